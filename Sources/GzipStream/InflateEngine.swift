/// Which library inflates.
///
/// Both give the same text, damages and offsets of every stream; see ``GzipInflater`` for what is
/// known to differ.
package enum InflateEngine: String, Hashable, Sendable, CaseIterable {
  /// The system's zlib: the reference.
  case zlib
  /// Intel's ISA-L, about twice as fast; only with the trait `FastInflate`.
  case isal

  /// The engines that were built in, the reference first.
  package static var present: [InflateEngine] {
    #if FastInflate
      [.zlib, .isal]
    #else
      [.zlib]
    #endif
  }

  /// The fastest engine that was built in.
  package static var fastest: InflateEngine {
    #if FastInflate
      .isal
    #else
      .zlib
    #endif
  }
}
