// Reads a gzip file of any number of members through zlib or ISA-L; for C and for C++.
//
// What the two libraries need and nothing else: one buffer of compressed bytes, CRC and length
// checked by the library. An error ends the program: the files are the benchmark's own.
#ifndef INFLATER_H
#define INFLATER_H

#include <errno.h>
#include <fcntl.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>
#include <zlib.h>
#ifdef HAVE_ISAL
#include <isa-l/igzip_lib.h>
#endif

enum { INFLATER_INPUT_BYTES = 256 * 1024 };

struct inflater {
  int descriptor, uses_isal, at_boundary, at_end;
  z_stream zlib;
#ifdef HAVE_ISAL
  struct inflate_state isal;
#endif
  unsigned char input[INFLATER_INPUT_BYTES];
};

static void inflater_fail(const char *text) {
  fprintf(stderr, "inflater: %s\n", text);
  exit(1);
}

static struct inflater *inflater_open(const char *engine, const char *path) {
  struct inflater *self = (struct inflater *)calloc(1, sizeof *self);
  if (!self) inflater_fail("out of memory");
  self->descriptor = open(path, O_RDONLY);
  if (self->descriptor < 0) inflater_fail(path);
  posix_fadvise(self->descriptor, 0, 0, POSIX_FADV_SEQUENTIAL);
  self->uses_isal = strcmp(engine, "isal") == 0;
  self->at_boundary = 1;
  if (self->uses_isal) {
#ifdef HAVE_ISAL
    isal_inflate_init(&self->isal);
    self->isal.crc_flag = ISAL_GZIP;
#else
    inflater_fail("compiled without ISA-L");
#endif
  } else if (inflateInit2(&self->zlib, 15 + 16) != Z_OK) {
    inflater_fail("inflateInit2");
  }
  return self;
}

// The next compressed bytes; 0 at the end of the file.
static size_t inflater_refill(struct inflater *self) {
  ssize_t count;
  do count = read(self->descriptor, self->input, INFLATER_INPUT_BYTES);
  while (count < 0 && errno == EINTR);
  if (count < 0) inflater_fail("read");
  return (size_t)count;
}

static size_t inflater_read_zlib(struct inflater *self, unsigned char *output, size_t room) {
  z_stream *stream = &self->zlib;
  stream->next_out = output;
  stream->avail_out = (uInt)room;
  while (stream->avail_out > 0) {
    if (stream->avail_in == 0) {
      stream->next_in = self->input;
      stream->avail_in = (uInt)inflater_refill(self);
      if (stream->avail_in == 0) {
        if (!self->at_boundary) inflater_fail("the file is cut short");
        break;
      }
    }
    if (self->at_boundary) {
      inflateReset(stream);
      self->at_boundary = 0;
    }
    int status = inflate(stream, Z_NO_FLUSH);
    if (status == Z_STREAM_END) self->at_boundary = 1;
    else if (status != Z_OK && status != Z_BUF_ERROR) inflater_fail("zlib finds damage");
  }
  return room - stream->avail_out;
}

#ifdef HAVE_ISAL
static size_t inflater_read_isal(struct inflater *self, unsigned char *output, size_t room) {
  struct inflate_state *stream = &self->isal;
  stream->next_out = output;
  stream->avail_out = (uint32_t)room;
  while (stream->avail_out > 0) {
    // ISA-L keeps text of its own when the input is used up: so it is asked before it is fed.
    if (stream->avail_in == 0 && !self->at_end) {
      stream->next_in = self->input;
      stream->avail_in = (uint32_t)inflater_refill(self);
      self->at_end = stream->avail_in == 0;
    }
    if (self->at_boundary) {
      if (stream->avail_in == 0) break;
      isal_inflate_reset(stream);
      self->at_boundary = 0;
    }
    uint32_t before = stream->avail_out;
    if (isal_inflate(stream) != ISAL_DECOMP_OK) inflater_fail("ISA-L finds damage");
    if (stream->block_state == ISAL_BLOCK_FINISH) self->at_boundary = 1;
    else if (self->at_end && stream->avail_out == before) inflater_fail("the file is cut short");
  }
  return room - stream->avail_out;
}
#endif

// Fills `output`; less than `room` only at the end of the file.
static size_t inflater_read(struct inflater *self, unsigned char *output, size_t room) {
#ifdef HAVE_ISAL
  if (self->uses_isal) return inflater_read_isal(self, output, room);
#endif
  return inflater_read_zlib(self, output, room);
}

static void inflater_close(struct inflater *self) {
  if (!self->uses_isal) inflateEnd(&self->zlib);
  close(self->descriptor);
  free(self);
}

#endif
