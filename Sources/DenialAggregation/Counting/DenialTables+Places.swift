import AuditLog

/// The resources of findings, of which samples may leave some out.
extension DenialTables {
  /// The resource of a place: 0 if it has none, ``DeniedPlace/leftOut`` if it is not in the sample.
  func sampledResource(ofPlace place: Int32) -> Int32 {
    let place = places[Int(place)]
    if samples.isEmpty || place.resource <= 0 { return place.resource }
    let bits = strings.stableHash(of: place.resource).leadingZeroBitCount
    return bits < samples.level(ofFinding: place.finding) ? DeniedPlace.leftOut : place.resource
  }

  /// Whether the sample of a finding leaves a resource out.
  func leavesOut(_ resource: String, of finding: Int32) -> Bool {
    let level = samples.level(ofFinding: finding)
    if level == 0 || resource.isEmpty { return false }
    var hash = ByteHash()
    hash.combine(resource)
    return hash.value.leadingZeroBitCount < level
  }

  /// The number of a place, which counts for the sample if it is new.
  ///
  /// - Parameters:
  ///   - finding: The number of the finding.
  ///   - resource: The number of the resource.
  /// - Returns: The number of the place.
  mutating func number(ofPlace finding: Int32, resource: Int32) -> Int32 {
    let oldCount = places.count
    let number = places.number(of: DeniedPlace(finding: finding, resource: resource))
    if number == oldCount, resource > 0 { count(resource, of: finding) }
    return Int32(number)
  }

  /// Takes in the places of other tables, all of them: what is left out of a sample is only hidden.
  ///
  /// - Parameters:
  ///   - other: The tables, which lose their places.
  ///   - newFindings: By which numbers their findings go here.
  ///   - newStrings: By which numbers their strings go here.
  /// - Returns: By which numbers their places go here.
  mutating func mergePlaces(
    of other: inout DenialTables, findings newFindings: [Int32], strings newStrings: [Int32]
  ) -> [Int32] {
    for (finding, level) in other.samples.levels {
      let (places, strings) = (places, strings)
      let finding = newFindings[Int(finding)]
      samples.raise(finding, to: level) { Self.hashes(ofFinding: finding, places, strings) }
    }
    var newPlaces: [Int32] = []
    newPlaces.reserveCapacity(other.places.count)
    other.places.drain { place in
      let resource =
        place.resource == DeniedPlace.leftOut
        ? place.resource : newStrings[Int(place.resource)]
      newPlaces.append(
        number(ofPlace: newFindings[Int(place.finding)], resource: resource))
    }
    return newPlaces
  }

  private mutating func count(_ resource: Int32, of finding: Int32) {
    if samples.countBelowLimit(for: finding) { return }
    let (places, strings) = (places, strings)
    samples.count(for: finding) {
      strings.stableHash(of: resource)
    } hashes: {
      Self.hashes(ofFinding: finding, places, strings)
    }
  }

  private static func hashes(
    ofFinding finding: Int32, _ places: InternTable<DeniedPlace>, _ strings: StringTable
  ) -> [UInt64] {
    (0..<places.count).lazy.map { places[$0] }
      .filter { $0.finding == finding && $0.resource > 0 }
      .map { strings.stableHash(of: $0.resource) }
  }
}
