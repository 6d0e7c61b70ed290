import CMalloc

/// The heap of the C library, which threads share.
package enum Heap {
  /// Has the threads of a run share as many heaps as there are workers; to be called before any thread
  /// is started.
  ///
  /// Else every thread may get a heap of its own, and what one lets go of no other can use: a report
  /// on sixteen files takes 43 MiB and not 38.
  package static func limit(to jobs: Int) {
    _ = cmalloc_limit_heaps(CInt(clamping: jobs))
  }

  /// Gives free memory back to the system: buffers for reading, before a report is made.
  package static func release() {
    cmalloc_release()
  }
}
