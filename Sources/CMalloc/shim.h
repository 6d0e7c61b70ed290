#include <malloc.h>

/// Has all threads together use at most so many heaps; 0 if that cannot be had.
///
/// `M_ARENA_MAX` is a macro, and glibc's own.
static inline int cmalloc_limit_heaps(int count) {
#ifdef M_ARENA_MAX
  return mallopt(M_ARENA_MAX, count);
#else
  return 0;
#endif
}

/// Gives free memory of all heaps back, where that can be asked for: glibc keeps most of it.
static inline void cmalloc_release(void) {
#ifdef __GLIBC__
  (void)malloc_trim(0);
#endif
}
