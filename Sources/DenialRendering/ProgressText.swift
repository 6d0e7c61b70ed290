package import DenialAggregation

/// How far a run is, in one line of a terminal.
package enum ProgressText {
  /// Such as `▕█████     ▏  48 %  61 MB of 128 MB  230,112 entries  7,120 denials  0:01 left  890 MB/s`,
  /// and the file that was begun last.
  ///
  /// What finds no room is left out, the least important first. The speed is that of the text, which is
  /// more than what is read if it is gzip.
  /// - Parameters:
  ///   - moment: How far the run is.
  ///   - seconds: How long it has taken up to now.
  ///   - columns: How long the line may be.
  /// - Returns: The line, safe to print on a terminal.
  package static func line(_ moment: RunMoment, seconds: Double, columns: Int) -> String {
    let share = share(of: moment)
    let read =
      if let total = moment.totalBytes, share != nil {
        "\(size(moment.readBytes)) of \(size(total))"
      } else {
        "\(size(moment.readBytes)) read"
      }
    let speed = seconds > 0 ? "\(size(Int(Double(moment.textBytes) / seconds)))/s" : ""
    var parts = [
      share.map { "\(Int($0 * 100)) %" } ?? "", read,
      counted(moment.entries, "entry", "entries"), counted(moment.denials, "denial"),
      share.map { left(after: $0, seconds: seconds) } ?? "", speed,
    ].filter { !$0.isEmpty }
    if let share, columns >= 60 { parts[0] = "\(bar(share, columns: 10))  \(parts[0])" }
    while parts.count > 1, columnCount(of: parts.joined(separator: "  ")) > columns {
      parts.removeLast()
    }
    var line = parts.joined(separator: "  ")
    let number = moment.sourceCount > 1 ? "\(moment.begunCount)/\(moment.sourceCount) " : ""
    let nameRoom = columns - columnCount(of: line + number) - 2
    if nameRoom >= 8, !moment.sourceName.isEmpty {
      line += "  \(number)" + cutMiddle(of: printable(moment.sourceName), columns: nameRoom)
    }
    return cutEnd(of: line, columns: max(columns, 1))
  }

  /// From 0 to 1; `nil` if nobody knows the whole.
  private static func share(of moment: RunMoment) -> Double? {
    guard let total = moment.totalBytes, total > 0 else { return nil }
    return min(1, Double(moment.readBytes) / Double(total))
  }

  /// Such as `0:07 left`; nothing while it is too early to tell.
  private static func left(after share: Double, seconds: Double) -> String {
    guard share > 0.01 else { return "" }
    let rest = min(Int((seconds / share - seconds).rounded(.up)), 359_999)
    let minutes = rest / 60 % 60
    let end = twoDigits(rest % 60)
    return rest < 3600
      ? "\(minutes):\(end) left" : "\(rest / 3600):\(twoDigits(minutes)):\(end) left"
  }

  private static func twoDigits(_ number: Int) -> String {
    number < 10 ? "0\(number)" : "\(number)"
  }

  /// Such as `61 MB` or `1.2 GB`, in powers of ten.
  private static func size(_ byteCount: Int) -> String {
    var value = Double(max(byteCount, 0))
    var unit = "B"
    for next in ["kB", "MB", "GB", "TB"] where value >= 999.5 {
      value /= 1000
      unit = next
    }
    guard unit != "B", value < 9.95 else { return "\(Int(value.rounded())) \(unit)" }
    let tenths = Int((value * 10).rounded())
    return "\(tenths / 10).\(tenths % 10) \(unit)"
  }

  private static func bar(_ share: Double, columns: Int) -> String {
    let eighths = Int(share * Double(columns) * 8)
    let parts = ["", "▏", "▎", "▍", "▌", "▋", "▊", "▉"]
    let filled = String(repeating: "█", count: eighths / 8) + parts[eighths % 8]
    return "▕" + filled + String(repeating: " ", count: columns - columnCount(of: filled)) + "▏"
  }
}
