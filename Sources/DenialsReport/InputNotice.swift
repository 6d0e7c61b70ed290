/// Why a name was not read though nothing is wrong with it.
enum InputNotice: Hashable, Sendable {
  /// The same file or directory as one that came before, by another name or the same.
  case repeated(InputOrigin, first: InputOrigin)
  /// A link in a directory, to something that is not read under another name.
  case skippedLink(InputPath)
  /// A socket, pipe or device in a directory.
  case skippedSpecialFile(InputPath)
  /// So many names in a directory, at any depth, begin with a dot.
  case skippedHidden(InputPath, count: Int)
  /// A directory that has no regular file, at any depth.
  case noFiles(InputPath)
  /// So many files of a sink are of hours outside the window, by their names.
  case skippedHours(count: Int)
}

extension InputNotice: CustomStringConvertible {
  var description: String {
    switch self {
    case .repeated(let origin, first: let first):
      "\(origin.displayName) is the same as \(first.displayName) and is read once"
    case .skippedLink(let path):
      "skipped \(path.displayName), a link in a directory: name it on the command line to read it"
    case .skippedSpecialFile(let path):
      "skipped \(path.displayName), not a regular file"
    case .skippedHidden(let path, count: let count):
      "skipped \(count) hidden \(count == 1 ? "name" : "names") in \(path.displayName): "
        + "name them on the command line to read them"
    case .noFiles(let path):
      "no files to read in \(path.displayName)"
    case .skippedHours(let count):
      "did not open \(count) \(count == 1 ? "file" : "files") of hours outside --since and --until, "
        + "by their names: name them on the command line to read them"
    }
  }
}
