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
