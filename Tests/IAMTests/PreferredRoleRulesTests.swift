import Testing

@testable import IAM

struct PreferredRoleRulesTests {
  private static let rules = PreferredRoleRules(
    of: "zoo",
    """
    roles/zoo.peer | Peer | 1
      {cats,dogs}.look
    roles/zoo.viewer | Zoo Viewer | Animal Viewer, Old | 7 BETA
      > zoo.peer
      {cats,dogs,
      birds}.{get,list} cats.look
      /pools.get
    roles/zoo.admin |
      A Title That Takes a Line of Its Own | 21
      > zoo.viewer
      > wild.viewer browser
      cats.{get,feed} {cats,dogs}.bathe fish.Feed
      fish.feed
    no role
      {cats,dogs}.{bathe,sell}
    """)

  @Test func `a header has the role, its titles, its size and its stage`() throws {
    #expect(
      Self.rules.rows.map(\.role.name) == ["roles/zoo.peer", "roles/zoo.viewer", "roles/zoo.admin"])
    let viewer = Self.rules.rows[1]
    #expect(viewer.titles == ["Zoo Viewer", "Animal Viewer, Old"])
    #expect(viewer.size == 7 && viewer.stage == .beta)
    let admin = Self.rules.rows[2]
    #expect(admin.titles == ["A Title That Takes a Line of Its Own"])
    #expect(admin.size == 21 && admin.stage == .generallyAvailable)
  }

  @Test func `what a part includes is included`() {
    #expect(Self.rules.rows[0].includes.isEmpty)
    #expect(Self.rules.rows[1].includes.map(\.name) == ["roles/zoo.peer"])
    let names = ["roles/browser", "roles/wild.viewer", "roles/zoo.peer", "roles/zoo.viewer"]
    #expect(Self.rules.rows[2].includes.map(\.name) == names)
  }

  @Test(arguments: [
    ("zoo.cats.look", "roles/zoo.peer"), ("zoo.dogs.look", "roles/zoo.peer"),
    ("zoo.birds.list", "roles/zoo.viewer"), ("zoo.cats.get", "roles/zoo.viewer"),
    ("zoo.googleapis.com/pools.get", "roles/zoo.viewer"), ("zoo.cats.feed", "roles/zoo.admin"),
    ("zoo.dogs.bathe", "roles/zoo.admin"), ("ZOO.DOGS.Bathe", "roles/zoo.admin"),
    ("zoo.dogs.sell", nil), ("zoo.birds.look", nil), ("zoo.pools.get", nil), ("zoo.cats", nil),
    ("zoo.{cats,dogs}.look", nil), ("", nil),
  ])
  func `the first role with a pattern for it answers`(name: String, role: String?) {
    #expect(Self.rules.row(for: name)?.role.name == role)
  }

  @Test func `each permission is listed once, with or without a role`() {
    #expect(
      Self.rules.permissions.map(\.name).sorted() == [
        "zoo.birds.get", "zoo.birds.list", "zoo.cats.bathe", "zoo.cats.feed", "zoo.cats.get",
        "zoo.cats.list", "zoo.cats.look", "zoo.cats.sell", "zoo.dogs.bathe", "zoo.dogs.get",
        "zoo.dogs.list", "zoo.dogs.look", "zoo.dogs.sell", "zoo.fish.Feed", "zoo.fish.feed",
        "zoo.googleapis.com/pools.get",
      ])
    #expect(Self.rules.withoutRole.map(\.name).sorted() == ["zoo.cats.sell", "zoo.dogs.sell"])
  }

  @Test(arguments: [
    ("zoo.CATS.look", "zoo.cats.look"),
    ("ZOO.googleapis.com/POOLS.get", "zoo.googleapis.com/pools.get"),
    ("zoo.fish.Feed", "zoo.fish.Feed"), ("zoo.fish.feed", "zoo.fish.feed"),
    ("zoo.fish.FEED", "zoo.fish.feed"), ("zoo.dogs.SELL", "zoo.dogs.sell"),
    ("zoo.fish.look", nil),
  ])
  func `a name in any case has one spelling, but for names that differ in case only`(
    name: String, spelling: String?
  ) {
    #expect(Self.rules.spelling(of: name) == spelling)
  }

  @Test(arguments: [
    "a.{b,c}.d {e,f}.g", "a.{b,c}.d {e,f}.g no.Feed no.feed", "no.feed no.Feed a.b",
    "no.FEED no.Feed",
  ])
  func `no order of the rules loses a name`(patterns: String) throws {
    let rules = PreferredRoleRules(of: "zoo", "roles/zoo.all | All | 9\n  \(patterns)")
    let names = patterns.split(separator: " ").flatMap(Self.names)
    #expect(rules.permissions.map(\.name).sorted() == names.map { "zoo." + $0 }.sorted())
    for name in names { #expect(rules.spelling(of: "zoo." + name) == "zoo." + name) }
  }

  @Test(arguments: [
    ("a.b", ["a.b"]), ("a.{b}", ["a.b"]), ("a.{b,c}", ["a.b", "a.c"]),
    ("{a,b}.{c,d}.e", ["a.c.e", "a.d.e", "b.c.e", "b.d.e"]), ("x{a,b}y", ["xay", "xby"]),
    ("x{a,\n  b}y c", ["xay", "xby", "c"]),
  ])
  func `a pattern lists what it matches`(pattern: String, names: [String]) {
    var patterns = PermissionPatterns(of: "zoo")
    patterns.read(pattern.utf8.span, in: 0..<pattern.utf8.count, row: 1)
    #expect(patterns.table.all.map(\.name) == names.map { "zoo." + $0 })
  }

  /// The names that a pattern lists, worked out with strings.
  private static func names(matching pattern: Substring) -> [String] {
    guard let open = pattern.firstIndex(of: "{"), let close = pattern.firstIndex(of: "}") else {
      return [String(pattern)]
    }
    let endings = names(matching: pattern[pattern.index(after: close)...])
    return pattern[pattern.index(after: open)..<close].split(separator: ",").flatMap { word in
      endings.map { pattern[..<open] + word + $0 }
    }
  }

  @Test func `text that breaks the form stops the program`() async {
    await #expect(processExitsWith: .failure) {
      _ = PreferredRoleRules(of: "zoo", "cats.get")
    }
    await #expect(processExitsWith: .failure) {
      _ = PreferredRoleRules(of: "zoo", "roles/zoo.viewer | Viewer\n  cats.get")
    }
    await #expect(processExitsWith: .failure) {
      _ = PreferredRoleRules(of: "zoo", "roles/zoo.viewer | Viewer | many\n  cats.get")
    }
    await #expect(processExitsWith: .failure) {
      _ = PreferredRoleRules(of: "zoo", "roles/editor | Editor | 9\n  cats.get")
    }
    await #expect(processExitsWith: .failure) {
      _ = PreferredRoleRules(of: "zoo", "roles/zoo.viewer | Viewer | 9\n  cats.{get,list")
    }
    await #expect(processExitsWith: .failure) {
      _ = PreferredRoleRules(of: "zoo", "roles/zoo.viewer | Viewer | 9\n  cats.{get,")
    }
    await #expect(processExitsWith: .failure) {
      _ = PreferredRoleRules(of: "zoo", "roles/zoo.viewer | Viewer | 9\n  *.get").permissions
    }
  }
}
