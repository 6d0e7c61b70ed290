import AuditLog

/// What a command's paths lead to, in a fixed order: by argument, and by name within a directory.
///
/// Nothing is left out silently: every name is read, or an error or a notice speaks of it.
struct InputList: Hashable, Sendable {
  enum Entry: Hashable, Sendable {
    case input(Input)
    /// To be reported and counted as an unreadable source; the rest goes on.
    case error(InputError)
    /// To be said, no more.
    case notice(InputNotice)
  }

  let entries: [Entry]
  /// How many files were left out because their names say that all in them is outside the window.
  let skippedFileCount: Int

  /// Finds out what there is to read; lists directories and folders of objects, but opens no file.
  ///
  /// - Parameters:
  ///   - paths: Files, directories, `gs://` URLs, or `-` for standard input. A link, a pipe, a device
  ///     or a hidden file is read if it is named here, but not if it is met in a directory.
  ///   - window: The time of the entries that count. A sink's file of other hours is read if it is
  ///     among the paths, but not if it is met in a directory or a folder of objects.
  init(paths: [InputPath], window: TimeWindow = TimeWindow()) {
    var walk = InputWalk(window: window)
    for path in paths {
      if path == InputPath("-") {
        walk.addStandardInput()
      } else if GcloudStorage.isURL(path) {
        walk.addObjects(path)
      } else {
        walk.add(path)
      }
    }
    (entries, skippedFileCount) = walk.finish()
  }

  /// What to read, without errors and notices.
  var inputs: [Input] {
    entries.compactMap { entry in
      if case .input(let input) = entry { input } else { nil }
    }
  }
}

extension InputList {
  /// The names of what is read, by the number that a run gives it.
  var sourceNames: [Int: String] {
    var names: [Int: String] = [:]
    for (index, entry) in entries.enumerated() {
      switch entry {
      case .input(let input): names[SourceNumber.ofFile(index)] = input.origin.displayName
      case .error(let error): names[SourceNumber.ofFile(index)] = error.sourceName
      case .notice: break
      }
    }
    return names
  }
}

/// Something to read.
struct Input: Hashable, Sendable {
  let origin: InputOrigin
  /// The size of a regular file when it was found, before any inflating; `nil` if only reading tells.
  let byteCount: Int?
}

/// The making of an ``InputList``.
private struct InputWalk {
  private let window: TimeWindow
  private var entries: [InputList.Entry] = []
  /// The first name of every file and directory that was met.
  private var seen: [FileStatus.Identity: InputPath] = [:]
  private var hasStandardInput = false
  private var links: [InputPath] = []
  /// Files of hours outside the window.
  private var skipped: Set<FileStatus.Identity> = []
  private var objects: Set<InputPath> = []
  /// Objects of hours outside the window.
  private var skippedObjects: Set<InputPath> = []

  init(window: TimeWindow) {
    self.window = window
  }

  mutating func addStandardInput() {
    if hasStandardInput {
      entries.append(.notice(.repeated(.standardInput, first: .standardInput)))
    } else {
      entries.append(.input(Input(origin: .standardInput, byteCount: nil)))
    }
    hasStandardInput = true
  }

  /// Adds the objects in Cloud Storage that a URL means.
  mutating func addObjects(_ url: InputPath) {
    guard GcloudStorage.isPattern(url) else {
      addObject(url, byteCount: nil)
      return
    }
    do {
      let listed = try GcloudStorage.objects(of: url).filter { !$0.isFolder }
      if listed.isEmpty { entries.append(.notice(.noFiles(url))) }
      for object in listed {
        if let hours = SinkHours(object.url), hours.areOutside(window) {
          skippedObjects.insert(object.url)
        } else if object.isPattern {
          entries.append(.error(.patternName(object.url)))
        } else {
          addObject(object.url, byteCount: object.byteCount)
        }
      }
    } catch {
      entries.append(.error(error))
    }
  }

  private mutating func addObject(_ url: InputPath, byteCount: Int?) {
    if objects.insert(url).inserted {
      entries.append(.input(Input(origin: .object(url), byteCount: byteCount)))
    } else {
      entries.append(.notice(.repeated(.object(url), first: .object(url))))
    }
  }

  /// Adds what was named on the command line.
  mutating func add(_ path: InputPath) {
    do {
      let status = try path.status()
      if status.kind == .directory { addTree(path, status) } else { addFile(path, status) }
    } catch {
      entries.append(.error(.cannotOpen(.file(path), error)))
    }
  }

  /// Adds what can be said only when all files are known: which links lead to none of them.
  /// And how many files the window made needless that were not named elsewhere.
  consuming func finish() -> (entries: [InputList.Entry], skippedFileCount: Int) {
    for link in links {
      if let target = try? link.status(), seen[target.identity] != nil { continue }
      entries.append(.notice(.skippedLink(link)))
    }
    let skippedFileCount =
      skipped.count { seen[$0] == nil } + skippedObjects.subtracting(objects).count
    if skippedFileCount > 0 { entries.append(.notice(.skippedHours(count: skippedFileCount))) }
    return (entries, skippedFileCount)
  }

  /// Adds a file unless it is there already.
  private mutating func addFile(_ path: InputPath, _ status: FileStatus) {
    guard isNew(path, status) else { return }
    let byteCount = status.kind == .regular ? status.byteCount : nil
    entries.append(.input(Input(origin: .file(path), byteCount: byteCount)))
  }

  /// Adds all files of a directory and of those in it.
  private mutating func addTree(_ root: InputPath, _ status: FileStatus) {
    var tree = Tree(pending: [Tree.Place(path: root, status: .success(status))])
    while let place = tree.pending.popLast() {
      switch place.status {
      case .success(let status):
        visit(place.path, status, in: &tree)
      case .failure(let error):
        entries.append(.error(.cannotOpen(.file(place.path), error)))
        tree.hasFiles = true
      }
    }
    if tree.hiddenCount > 0 {
      entries.append(.notice(.skippedHidden(root, count: tree.hiddenCount)))
    }
    if !tree.hasFiles { entries.append(.notice(.noFiles(root))) }
  }

  private mutating func visit(_ path: InputPath, _ status: FileStatus, in tree: inout Tree) {
    switch status.kind {
    case .directory:
      guard isNew(path, status) else {
        tree.hasFiles = true
        return
      }
      do {
        tree.add(try path.directoryEntries(), of: path)
      } catch {
        entries.append(.error(.cannotList(path, error)))
        tree.hasFiles = true
      }
    case .regular:
      if isOutside(path), seen[status.identity] == nil {
        skipped.insert(status.identity)
      } else {
        addFile(path, status)
      }
      tree.hasFiles = true
    case .link:
      links.append(path)
    case .special:
      entries.append(.notice(.skippedSpecialFile(path)))
    }
  }

  /// Whether the name says that nothing in the file is inside the window.
  private func isOutside(_ path: InputPath) -> Bool {
    !window.isUnbounded && SinkHours(path)?.areOutside(window) == true
  }

  private mutating func isNew(_ path: InputPath, _ status: FileStatus) -> Bool {
    if let first = seen[status.identity] {
      entries.append(.notice(.repeated(.file(path), first: .file(first))))
      return false
    }
    seen[status.identity] = path
    return true
  }
}

/// What one directory on the command line still has to visit, and what it had.
private struct Tree {
  struct Place {
    let path: InputPath
    let status: Result<FileStatus, SystemError>
  }

  /// A stack, next on top: recursion would take a thread's stack, and so bound the depth.
  var pending: [Place]
  var hiddenCount = 0
  /// Whether a file was there, or may have been where an error or a notice was made.
  var hasFiles = false

  /// Adds what is not hidden, in the order of names by bytes.
  mutating func add(_ names: [DirectoryEntry], of directory: InputPath) {
    let visible = names.filter { !$0.isHidden }
    hiddenCount += names.count - visible.count
    pending += visible.sorted { $1.name.lexicographicallyPrecedes($0.name) }
      .map { Place(path: directory.appending(name: $0.name), status: $0.status) }
  }
}

extension DirectoryEntry {
  /// By the custom of shells; so are temporary files of rsync and others.
  fileprivate var isHidden: Bool { name.first == UInt8(ascii: ".") }
}
