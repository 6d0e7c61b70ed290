import Testing

@testable import GzipStream

/// What is whole comes out whole, however it comes in.
@Suite struct GzipReaderTests {
  @Test(.enabled(if: GzipSample.isAvailable, GzipSample.whyDisabled), arguments: GzipSample.all)
  func `a whole stream gives its text`(sample: GzipSample) throws {
    let reading = try Reading(of: Array(sample.compressed))
    #expect(reading.text == Array(sample.text))
    #expect(reading.damages == [])
  }

  @Test(.enabled(if: GzipSample.isAvailable, GzipSample.whyDisabled), arguments: GzipSample.all)
  func `the sizes of blocks and of reads do not matter`(sample: GzipSample) throws {
    let compressed = Array(sample.compressed)
    let whole = try Reading(of: compressed)
    let small = compressed.count > 20_000 ? [4096, 65_536] : [1, 2, 3, 7, 4096]
    for (blockBytes, count) in zip(small + small, small + small.reversed()) {
      #expect(try Reading(of: compressed, blockBytes: blockBytes, atMost: count) == whole)
    }
  }

  @Test func `a stream of no bytes has no text and no damage`() throws {
    let reading = try Reading(of: [])
    #expect(reading.text == [])
    #expect(reading.damages == [])
  }

  @Test func `a member made by hand of stored blocks is read`() throws {
    let text = logLines(byteCount: 150_000)
    let reading = try Reading(of: storedMember(text), blockBytes: 1000)
    #expect(reading.text == text)
    #expect(reading.damages == [])
  }

  @Test func `a read appends to what is there, no more than was asked for`() throws {
    var reader = try GzipReader()
    reader.supply(storedMember(Array("{\"a\":1}".utf8)))
    var output = Array(">".utf8)
    #expect(reader.read(into: &output, atMost: 3) == .bytes)
    #expect(output == Array(">{\"a".utf8))
  }

  @Test func `a read after the end is the end again`() throws {
    var reader = try GzipReader()
    reader.supply(storedMember([]))
    reader.finishInput()
    var output: [UInt8] = []
    #expect(reader.read(into: &output, atMost: 1) == .end)
    #expect(reader.read(into: &output, atMost: 1) == .end)
  }

  @Test(.enabled(if: !GzipSample.bomb.isEmpty, "needs gzip"), arguments: InflateEngine.present)
  func `a thousandfold bomb takes as little memory as anything else`(engine: InflateEngine) throws {
    try #require(GzipSample.bomb.count < 70_000)
    var reader = try GzipReader(engine: engine)
    reader.supply(GzipSample.bomb)
    reader.finishInput()
    var output: [UInt8] = []
    var textCount = 0
    while reader.read(into: &output, atMost: 4096) == .bytes {
      textCount += output.count
      #expect(output.count <= 4096)
      output.removeAll(keepingCapacity: true)
    }
    #expect(textCount == 64 << 20)
    #expect(output.capacity < 16_384)
  }

  @Test(arguments: InflateEngine.present)
  func `what is held of the stream is bounded, whatever the stream`(engine: InflateEngine) throws {
    let bound = 2 * GzipReader.lookBackBytes + CompressedWindow.forgottenBytes + 2 * 65_536
    let streams = [
      storedMember([UInt8](repeating: 0x1F, count: 2 << 20)),
      storedMember([]) + [UInt8](repeating: 0, count: 2 << 20),
      storedMember([]) + [UInt8](repeating: 0x1F, count: 2 << 20),
    ]
    for stream in streams {
      var reader = try GzipReader(engine: engine)
      var output: [UInt8] = []
      for start in stride(from: 0, to: stream.count, by: 65_536) {
        reader.supply(Array(stream[start...].prefix(65_536)))
        while reader.read(into: &output, atMost: 65_536) != .needsInput {
          output.removeAll(keepingCapacity: true)
        }
        #expect(reader.window.bytes.count <= bound)
      }
    }
  }

  @Test func `supplying after the end of input is the caller's mistake`() async {
    await #expect(processExitsWith: .failure) {
      var reader = try GzipReader()
      reader.finishInput()
      reader.supply([0])
    }
  }
}
