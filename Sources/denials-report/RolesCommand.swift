import ArgumentParser
import DenialRendering
import DenialsReport

struct RolesCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "roles",
    abstract: "Which roles to grant for some permissions, what else has them, and why it lost.",
    discussion: """
        denials-report roles aiplatform.endpoints.predict
        denials-report roles storage.objects.get storage.objects.create
        denials-report roles --role-catalog FILE compute.instances.get

      Without a catalogue it knows the built-in table; what is not in it gets a custom role.
      """)

  @Argument(
    help: ArgumentHelp("Permissions, such as storage.objects.get.", valueName: "permission"))
  var permissions: [String]

  @Option(
    help: ArgumentHelp(
      "Who is to get the roles, such as user:alice@example.com; a few choices depend on it.",
      valueName: "member"))
  var member: String?

  @Option(
    help: ArgumentHelp(
      "The project to bind on: its custom roles count, and with --member commands are printed.",
      valueName: "id"))
  var project: String?

  @OptionGroup var roles: CatalogOptions

  @Option(name: .shortAndLong, help: "The format on standard output.")
  var format = RolesFormat.text

  @Option(help: "Colour: auto, always or never. NO_COLOR is obeyed.")
  var color = ColorChoice.auto

  func run() throws {
    OutputFile.prepareStandardStreams()
    let console = Console(isQuiet: false)
    let catalog = try roles.catalog(console)
    let query: RoleQuery
    do {
      query = try RoleQuery(
        permissions: permissions, member: member, project: project, catalog: catalog)
    } catch {
      throw ValidationError("\(error)")
    }
    let options = TextOptions(
      width: ProcessFacts.terminalColumns ?? 100, isColored: color.isColored)
    try console.write(format.render(query, text: options))
  }
}

extension RolesFormat: ExpressibleByArgument {}
