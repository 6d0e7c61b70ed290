#include <string.h>
#include <isa-l/igzip_lib.h>

/// How far back deflate may refer (RFC 1951, section 2).
enum { cisal_history_size = ISAL_DEF_HIST_SIZE };

/// Notes what an output that ends with a block holds, where ISA-L looks for it.
///
/// At what it takes for the last block, `isal_inflate` keeps no history. `written_count` bytes before
/// `next_out` are what its last call wrote.
static inline void cisal_keep_history(struct inflate_state *state, size_t written_count) {
  if (written_count < ISAL_DEF_HIST_SIZE) return;
  size_t pending = state->tmp_out_valid - state->tmp_out_processed;
  memmove(state->tmp_out_buffer + ISAL_DEF_HIST_SIZE,
          state->tmp_out_buffer + state->tmp_out_processed, pending);
  memcpy(state->tmp_out_buffer, state->next_out - ISAL_DEF_HIST_SIZE, ISAL_DEF_HIST_SIZE);
  state->tmp_out_processed = ISAL_DEF_HIST_SIZE;
  state->tmp_out_valid = ISAL_DEF_HIST_SIZE + pending;
}

/// Copies the latest text, at most `cisal_history_size` bytes; returns how many.
static inline size_t cisal_copy_history(const struct inflate_state *state, uint8_t *history) {
  size_t valid = state->tmp_out_valid;
  size_t count = valid < ISAL_DEF_HIST_SIZE ? valid : ISAL_DEF_HIST_SIZE;
  memcpy(history, state->tmp_out_buffer + valid - count, count);
  return count;
}

/// Goes on with another block after one that was taken for the last.
static inline void cisal_begin_block(struct inflate_state *state, uint8_t *history, size_t count) {
  state->block_state = ISAL_BLOCK_NEW_HDR;
  state->bfinal = 0;
  isal_inflate_set_dict(state, history, count);
}
