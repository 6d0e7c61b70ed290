import Foundation
import Testing

@testable import GzipStream

/// A gzip stream and the text that it holds.
struct GzipSample: Decodable, CustomTestStringConvertible, Sendable {
  let name: String
  let compressed: Data
  let text: Data

  var testDescription: String { name }

  /// Streams of every shape that RFC 1951 and 1952 know, from python3's zlib; none without python3.
  static let all: [GzipSample] =
    (try? JSONDecoder().decode([GzipSample].self, from: output(of: "python3", "-c", script))) ?? []

  /// 64 MiB of zeros by the gzip command, a thousandth of that; empty without gzip.
  static let bomb = [UInt8](output(of: "sh", "-c", "head -c 67108864 /dev/zero | gzip -9"))

  static let isAvailable = !all.isEmpty
  static let whyDisabled: Comment = "needs python3 with its zlib module to make gzip data"

  private static let script = #"""
    import base64, json, random, struct, zlib

    rng = random.Random(1)

    def log(count):
        return b"".join(
            b'{"insertId":"%08x","severity":"ERROR","status":{"code":%d}}\n'
            % (rng.getrandbits(32), rng.choice([0, 7, 8, 16]))
            for _ in range(count))

    def member(text, level=6, strategy=zlib.Z_DEFAULT_STRATEGY, bits=15, flags=0, extra=b"",
               flush=None):
        header = struct.pack("<BBBBIBB", 31, 139, 8, flags, 1700000000, 0, 3) + extra
        if flags & 2:
            header += struct.pack("<H", zlib.crc32(header) & 65535)
        deflate = zlib.compressobj(level, zlib.DEFLATED, -bits, 8, strategy)
        body = b""
        if flush is not None:
            for start in range(0, len(text), 500):
                body += deflate.compress(text[start:start + 500]) + deflate.flush(flush)
        else:
            body = deflate.compress(text)
        body += deflate.flush()
        return header + body + struct.pack("<II", zlib.crc32(text), len(text))

    samples = []

    def sample(name, *parts):
        samples.append({
            "name": name,
            "compressed": base64.b64encode(b"".join(c for c, _ in parts)).decode(),
            "text": base64.b64encode(b"".join(t for _, t in parts)).decode()})

    def made(text, **options):
        return (member(text, **options), text)

    padding = (bytes(700), b"")
    for level in range(10):
        sample("level %d" % level, made(log(40), level=level))
    for name in ["FILTERED", "HUFFMAN_ONLY", "RLE", "FIXED"]:
        sample(name, made(log(40), strategy=getattr(zlib, "Z_" + name)))
    sample("window of 512 bytes", made(log(60), bits=9))
    sample("sync flush", made(log(60), flush=zlib.Z_SYNC_FLUSH))
    sample("full flush", made(log(60), flush=zlib.Z_FULL_FLUSH))
    sample("name", made(log(20), flags=8, extra=b"audit.log\0"))
    sample("every header field", made(
        log(20), flags=31, extra=struct.pack("<H", 6) + b"BC\2\0ab" + b"audit.log\0" + b"why\0"))
    sample("long extra field", made(
        log(5), flags=4, extra=struct.pack("<H", 60000) + bytes(60000)))
    sample("empty member", made(b""))
    sample("three members", made(log(20)), made(log(30), level=9), made(log(10), level=0))
    sample("empty members between", made(b""), made(log(20)), made(b""), made(b""), made(log(9)),
           made(b""))
    sample("zero padding", made(log(20)), padding)
    sample("zero padding, another member", made(log(20)), padding, made(log(20)), padding)
    sample("one byte", made(b"{"))
    sample("stored blocks", made(rng.randbytes(150000), level=0))
    sample("many blocks", made(log(8000)), made(log(4000)))
    print(json.dumps(samples))
    """#
}

/// What a command prints; nothing if it is not there.
private func output(of command: String...) -> Data {
  let process = Process()
  let output = Pipe()
  process.executableURL = URL(filePath: "/usr/bin/env")
  process.arguments = command
  process.standardOutput = output
  guard (try? process.run()) != nil else { return Data() }
  let data = output.fileHandleForReading.readDataToEndOfFile()
  process.waitUntilExit()
  return data
}

/// A gzip member of stored blocks, made by hand.
func storedMember(_ text: [UInt8]) -> [UInt8] {
  var member: [UInt8] = [0x1F, 0x8B, 8, 0, 0, 0, 0, 0, 0, 3]
  let blocks = stride(from: 0, to: max(text.count, 1), by: 0xFFFF).map { start in
    text[start..<min(start + 0xFFFF, text.count)]
  }
  for (index, block) in blocks.enumerated() {
    member.append(index == blocks.count - 1 ? 1 : 0)
    member += bytes(of: UInt16(block.count)) + bytes(of: ~UInt16(block.count)) + block
  }
  return member + bytes(of: checkSum(text)) + bytes(of: UInt32(text.count))
}

/// CRC-32 as in RFC 1952, section 8.
private func checkSum(_ text: [UInt8]) -> UInt32 {
  ~text.reduce(~UInt32(0)) { sum, byte in
    (sum >> 8) ^ checkSumTable[Int(UInt8(truncatingIfNeeded: sum) ^ byte)]
  }
}

private let checkSumTable = (0..<256).map { byte in
  var sum = UInt32(byte)
  for _ in 0..<8 { sum = sum & 1 == 1 ? (sum >> 1) ^ 0xEDB8_8320 : sum >> 1 }
  return sum
}

private func bytes(of value: some FixedWidthInteger) -> [UInt8] {
  (0..<value.bitWidth / 8).map { UInt8(truncatingIfNeeded: value >> ($0 * 8)) }
}

/// JSON lines of about this many bytes, never compressible to nothing.
func logLines(byteCount: Int, seed: UInt64 = 1) -> [UInt8] {
  var random = SeededGenerator(seed: seed)
  var text: [UInt8] = []
  while text.count < byteCount {
    text += Array(#"{"insertId":"\#(random.next())","status":{"code":7}}"#.utf8) + [0x0A]
  }
  return text
}

/// The generator of Steele, Lea and Flood, SplitMix64: the same numbers in every run.
struct SeededGenerator: RandomNumberGenerator {
  private var state: UInt64

  init(seed: UInt64) {
    state = seed
  }

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }
}

/// All that a reader makes of a stream.
struct Reading: Equatable {
  var text: [UInt8] = []
  var damages: [GzipDamage] = []
  /// How much text came before each damage.
  var damageTextOffsets: [Int] = []

  /// Reads a whole stream that comes in blocks of this size, by each engine; they must agree.
  init(of compressed: [UInt8], blockBytes: Int = .max, atMost count: Int = 1 << 16) throws {
    try self.init(of: compressed, by: .zlib, blockBytes: blockBytes, atMost: count)
    for engine in InflateEngine.present where engine != .zlib {
      let other = try Self(of: compressed, by: engine, blockBytes: blockBytes, atMost: count)
      #expect(other == self, "by \(engine)")
    }
  }

  /// Reads a whole stream that comes in blocks of this size.
  init(
    of compressed: [UInt8], by engine: InflateEngine, blockBytes: Int = .max,
    atMost count: Int = 1 << 16
  ) throws {
    var reader = try GzipReader(engine: engine)
    var supplied = 0
    while true {
      let textCount = text.count
      switch reader.read(into: &text, atMost: count) {
      case .bytes:
        try #require(text.count > textCount && text.count <= textCount + count)
        continue
      case .damage(let damage):
        damages.append(damage)
        damageTextOffsets.append(text.count)
      case .needsInput:
        let block = compressed[supplied...].prefix(blockBytes)
        supplied += block.count
        if block.isEmpty { reader.finishInput() } else { reader.supply(Array(block)) }
      case .end:
        return
      }
      try #require(text.count == textCount)
    }
  }
}
