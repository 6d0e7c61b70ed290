#include <stdint.h>

/// Sixteen bytes: Swift's `SIMD16<UInt8>`.
typedef uint8_t cbytemask_vector __attribute__((ext_vector_type(16)));

/// A bit for each of sixteen bytes, the first one lowest: set unless the byte is zero.
///
/// The one vector step that Swift's standard library has no name for. The compiler makes it out of
/// whatever the target has: `pmovmskb` on x86-64.
static inline uint64_t cbytemask_bits(cbytemask_vector bytes) {
  typedef _Bool flags_vector __attribute__((ext_vector_type(16)));
  flags_vector flags = __builtin_convertvector(bytes != 0, flags_vector);
  return (uint64_t)__builtin_bit_cast(uint16_t, flags);
}

/// Where what JSON is made of stands in sixty-four bytes: one bit a byte, the first byte lowest.
typedef struct {
  uint64_t quotes;
  /// For each byte, whether the number of quotes up to it is odd.
  uint64_t parity;
  uint64_t colons;
  uint64_t commas;
  /// `{` and `[`.
  uint64_t opens;
  /// `}` and `]`.
  uint64_t closes;
  /// Backslashes, control characters and bytes of non-ASCII characters.
  uint64_t specials;
} cbytemask_tokens;

/// Which of the functions below this processor can run: 0 none, 1 AVX2, 2 AVX-512 as well.
static inline int cbytemask_best_engine(void) {
#if defined(__x86_64__)
  __builtin_cpu_init();
  if (!__builtin_cpu_supports("avx2") || !__builtin_cpu_supports("pclmul")) return 0;
  return __builtin_cpu_supports("avx512bw") ? 2 : 1;
#else
  return 0;
#endif
}

#if defined(__x86_64__)
#include <immintrin.h>

/// Finds tokens by AVX2 in sixty-four bytes.
__attribute__((target("avx2,pclmul"))) static inline cbytemask_tokens cbytemask_block_avx2(
    const void *_Nonnull bytes) {
  const __m256i low = _mm256_loadu_si256((const __m256i *)bytes);
  const __m256i high = _mm256_loadu_si256((const __m256i *)bytes + 1);
  const __m256i bit = _mm256_set1_epi8(0x20);
  const __m256i low_case = _mm256_or_si256(low, bit), high_case = _mm256_or_si256(high, bit);
#define CBYTEMASK_BITS(of_low, of_high)        \
  ((uint64_t)(uint32_t)_mm256_movemask_epi8(of_low) | \
   (uint64_t)(uint32_t)_mm256_movemask_epi8(of_high) << 32)
#define CBYTEMASK_EQUAL(low_bytes, high_bytes, byte)                   \
  CBYTEMASK_BITS(_mm256_cmpeq_epi8(low_bytes, _mm256_set1_epi8(byte)), \
                 _mm256_cmpeq_epi8(high_bytes, _mm256_set1_epi8(byte)))
  cbytemask_tokens found;
  found.quotes = CBYTEMASK_EQUAL(low, high, '"');
  found.colons = CBYTEMASK_EQUAL(low, high, ':');
  found.commas = CBYTEMASK_EQUAL(low, high, ',');
  found.opens = CBYTEMASK_EQUAL(low_case, high_case, '{');
  found.closes = CBYTEMASK_EQUAL(low_case, high_case, '}');
  // As signed numbers, the bytes of non-ASCII characters are below zero.
  found.specials = CBYTEMASK_EQUAL(low, high, '\\') |
                   CBYTEMASK_BITS(_mm256_cmpgt_epi8(bit, low), _mm256_cmpgt_epi8(bit, high));
#undef CBYTEMASK_EQUAL
#undef CBYTEMASK_BITS
  found.parity = (uint64_t)_mm_cvtsi128_si64(_mm_clmulepi64_si128(
      _mm_cvtsi64_si128((long long)found.quotes), _mm_set1_epi8(-1), 0));
  return found;
}

/// Finds tokens by AVX2 in as many blocks of sixty-four bytes, which must be there.
__attribute__((target("avx2,pclmul"))) static inline void cbytemask_find_avx2(
    const void *_Nonnull bytes, long count, cbytemask_tokens *_Nonnull found) {
  for (long block = 0; block < count; block++)
    found[block] = cbytemask_block_avx2((const char *)bytes + block * 64);
}

/// Finds tokens by AVX-512 in sixty-four bytes.
__attribute__((target("avx512f,avx512bw,pclmul"))) static inline cbytemask_tokens
cbytemask_block_avx512(const void *_Nonnull bytes) {
  const __m512i block = _mm512_loadu_si512(bytes);
  const __m512i bit = _mm512_set1_epi8(0x20);
  const __m512i lower_case = _mm512_or_si512(block, bit);
  cbytemask_tokens found;
  found.quotes = _mm512_cmpeq_epi8_mask(block, _mm512_set1_epi8('"'));
  found.colons = _mm512_cmpeq_epi8_mask(block, _mm512_set1_epi8(':'));
  found.commas = _mm512_cmpeq_epi8_mask(block, _mm512_set1_epi8(','));
  found.opens = _mm512_cmpeq_epi8_mask(lower_case, _mm512_set1_epi8('{'));
  found.closes = _mm512_cmpeq_epi8_mask(lower_case, _mm512_set1_epi8('}'));
  // As signed numbers, the bytes of non-ASCII characters are below zero.
  found.specials = _mm512_cmpeq_epi8_mask(block, _mm512_set1_epi8('\\')) |
                   _mm512_cmplt_epi8_mask(block, bit);
  found.parity = (uint64_t)_mm_cvtsi128_si64(_mm_clmulepi64_si128(
      _mm_cvtsi64_si128((long long)found.quotes), _mm_set1_epi8(-1), 0));
  return found;
}

/// Finds tokens by AVX-512 in as many blocks of sixty-four bytes, which must be there.
__attribute__((target("avx512f,avx512bw,pclmul"))) static inline void cbytemask_find_avx512(
    const void *_Nonnull bytes, long count, cbytemask_tokens *_Nonnull found) {
  for (long block = 0; block < count; block++)
    found[block] = cbytemask_block_avx512((const char *)bytes + block * 64);
}
#endif
