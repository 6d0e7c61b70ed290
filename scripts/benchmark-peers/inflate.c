// The least that any program must do with a gzip file: inflate it, and look at none of it.
//
// usage: inflate zlib|isal FILE      prints how many bytes came out
#include "inflater.h"

enum { TEXT_BYTES = 512 * 1024 };
static unsigned char text[TEXT_BYTES];

int main(int count, char **arguments) {
  if (count != 3) inflater_fail("usage: inflate zlib|isal FILE");
  struct inflater *source = inflater_open(arguments[1], arguments[2]);
  unsigned long long total = 0;
  for (size_t got = TEXT_BYTES; got == TEXT_BYTES;) {
    got = inflater_read(source, text, TEXT_BYTES);
    total += got;
  }
  inflater_close(source);
  printf("%llu\n", total);
  return 0;
}
