import Testing

@testable import DenialAggregation

/// What docs/memory.md says of single elements, of which there may be millions.
struct TableSizeTests {
  @Test func `a distinct denial takes 24 bytes beside its place in an index`() {
    #expect(MemoryLayout<DenialRow>.stride == 24)
  }

  @Test func `what a denial shares with others takes few bytes`() {
    #expect(MemoryLayout<DenialContext>.stride == 12)
    #expect(MemoryLayout<DeniedPlace>.stride == 8)
    #expect(MemoryLayout<CallOrigin>.stride == 20)
  }

  @Test func `a finding and one call of it take about 60 bytes, an example 56`() {
    let indexBytes = 8
    let finding = MemoryLayout<FindingKey>.stride + indexBytes
    let call = MemoryLayout<DeniedCall>.stride + indexBytes
    #expect(finding + call <= 64)
    #expect(MemoryLayout<ExampleTable.Example>.size <= 56)
  }
}
