import AuditLog
import DenialClassification

/// The earliest denials of each call, with what a report shows of those and of no others.
///
/// A list has up to ``limit`` denials with an insertId and one without, by time, insertId and hash
/// of the content. Of a denial it may have a version that in the end does not stay: so a list has
/// more than a report shows, and whoever reads it looks which of them stayed.
struct ExampleTable: Sendable {
  /// More than ``DenialExample/limit`` by what may be lost to other versions of the same denials.
  static let limit = 8

  /// By the number of the call.
  private var lists = Chunked<List>()
  private var nodes = Chunked<Node>()
  /// The first of the nodes that are in no list, plus one.
  private var firstFree: Int32 = 0

  private struct List {
    /// The latest of them, plus one; each leads to an earlier one.
    var first: Int32 = 0
    /// How many have an insertId.
    var count: Int32 = 0
  }

  private struct Node {
    var example: Example
    var next: Int32
  }

  /// A denial that may be shown.
  struct Example: Sendable {
    var row: UInt32
    var contentHash: UInt32
    /// As ``DenialRow/order``.
    let order: Int64
    let insertID: String
    /// The number of a string, like the next two.
    var resource: Int32
    var evidencePath: Int32
    var evidenceValue: Int32
    let confidence: Confidence

    /// Whether it comes later than another.
    func follows(_ other: Example) -> Bool {
      if order != other.order { return order > other.order }
      let (left, right) = (ExactText(insertID), ExactText(other.insertID))
      return left == right ? contentHash > other.contentHash : right < left
    }
  }

  /// Whether a denial at this time can be among the earliest of a call: mostly not, in a log that is
  /// in the order of time.
  func mayTake(order: Int64, for call: Int) -> Bool {
    guard call < lists.count, lists[call].count >= Self.limit else { return true }
    return order <= nodes[Int(lists[call].first) - 1].example.order
  }

  /// Puts a denial into the list of its call, if it is among the earliest.
  mutating func offer(_ example: Example, for call: Int) {
    while lists.count <= call { lists.append(List()) }
    if !makeWay(for: example, in: call) { return }
    var previous: Int32 = 0
    var next = lists[call].first
    while next != 0, nodes[Int(next) - 1].example.follows(example) {
      previous = next
      next = nodes[Int(next) - 1].next
    }
    let node = newNode(Node(example: example, next: next))
    if previous == 0 { lists[call].first = node } else { nodes[Int(previous) - 1].next = node }
    if !example.insertID.isEmpty {
      lists[call].count += 1
      if lists[call].count > Self.limit { removeLatest(of: call) }
    }
  }

  /// The denials of a call, the latest first.
  func examples(of call: Int) -> [Example] {
    var examples: [Example] = []
    var next = call < lists.count ? lists[call].first : 0
    while next != 0 {
      examples.append(nodes[Int(next) - 1].example)
      next = nodes[Int(next) - 1].next
    }
    return examples
  }

  /// Forgets the denials of a call.
  mutating func removeAll(of call: Int) {
    if call < lists.count { lists[call] = List() }
  }

  /// Keeps the denials that stayed.
  ///
  /// - Parameter stays: Is asked for each example and the number of its call.
  mutating func keep(where stays: (Example, Int) -> Bool) {
    for call in 0..<lists.count {
      var previous: Int32 = 0
      var node = lists[call].first
      while node != 0 {
        let next = nodes[Int(node) - 1].next
        if stays(nodes[Int(node) - 1].example, call) {
          // From now on rows have other numbers, and no example has a rival.
          nodes[Int(node) - 1].example.row = .max
          previous = node
        } else {
          remove(node, after: previous, of: call)
        }
        node = next
      }
    }
  }

  /// Takes in the lists of another table.
  mutating func merge(_ other: consuming ExampleTable, rows: [UInt32], map: DenialTablesMap) {
    for call in 0..<other.lists.count {
      for example in other.examples(of: call) {
        var example = example
        example.row = rows[Int(example.row)]
        example.resource = map.strings[Int(example.resource)]
        example.evidencePath = map.strings[Int(example.evidencePath)]
        example.evidenceValue = map.strings[Int(example.evidenceValue)]
        offer(example, for: Int(map.calls[call]))
      }
    }
  }

  /// Removes what must not stand beside an example: another version of the same denial, or another
  /// denial without an insertId. `false` if that one stays instead.
  private mutating func makeWay(for example: Example, in call: Int) -> Bool {
    var previous: Int32 = 0
    var next = lists[call].first
    while next != 0 {
      let node = nodes[Int(next) - 1]
      let isRival =
        node.example.row == example.row
        || example.insertID.isEmpty && node.example.insertID.isEmpty
      if isRival {
        guard node.example.follows(example) else { return false }
        remove(next, after: previous, of: call)
        return true
      }
      previous = next
      next = node.next
    }
    return true
  }

  private mutating func removeLatest(of call: Int) {
    var previous: Int32 = 0
    var next = lists[call].first
    while next != 0, nodes[Int(next) - 1].example.insertID.isEmpty {
      previous = next
      next = nodes[Int(next) - 1].next
    }
    if next != 0 { remove(next, after: previous, of: call) }
  }

  private mutating func remove(_ node: Int32, after previous: Int32, of call: Int) {
    let removed = nodes[Int(node) - 1]
    if previous == 0 {
      lists[call].first = removed.next
    } else {
      nodes[Int(previous) - 1].next = removed.next
    }
    if !removed.example.insertID.isEmpty { lists[call].count -= 1 }
    nodes[Int(node) - 1] = Node(example: .none, next: firstFree)
    firstFree = node
  }

  private mutating func newNode(_ node: Node) -> Int32 {
    if firstFree == 0 {
      nodes.append(node)
      return Int32(nodes.count)
    }
    let number = firstFree
    firstFree = nodes[Int(number) - 1].next
    nodes[Int(number) - 1] = node
    return number
  }
}

extension ExampleTable.Example {
  /// What stands in a node that is in no list; it keeps no text.
  fileprivate static let none = Self(
    row: 0, contentHash: 0, order: 0, insertID: "", resource: 0, evidencePath: 0, evidenceValue: 0,
    confidence: .low)
}

extension ExampleTable.Example {
  /// - Parameters:
  ///   - denial: The denial.
  ///   - row: Its row, and the number of that.
  ///   - resource: The number of its resource.
  ///   - strings: Where its evidence goes.
  init(
    _ denial: borrowing Denial, row: (DenialRow, number: UInt32), resource: Int32,
    strings: inout StringTable
  ) {
    (self.row, order, contentHash) = (row.number, row.0.order, row.0.contentHash)
    (insertID, confidence) = (denial.insertID, denial.confidence)
    self.resource = resource
    evidencePath = strings.number(of: denial.evidence.path)
    evidenceValue = strings.number(of: denial.evidence.value)
  }
}
