extension PerimeterRule {
  /// What a rule is to be made from: text of a log, so possibly hostile.
  package struct Request: Hashable, Sendable {
    package var direction: Direction
    /// The full name of the perimeter.
    package var perimeter: String
    /// Who called; `nil` if the log does not say.
    package var identity: Member?
    /// Whether the log names a caller, be it in a form that no member has.
    package var isNamed = false
    package var service: String
    package var methods: [String]
    /// What the calls need on the target.
    package var permissions: [String]
    /// Where the calls came from; empty if from the internet.
    package var source: String
    /// The access levels that all of these calls satisfied.
    package var accessLevels: [String]
    /// What the calls wanted.
    package var target: String

    package init(direction: Direction) {
      self.direction = direction
      (perimeter, service, source, target) = ("", "", "", "")
      (methods, permissions, accessLevels) = ([], [], [])
    }
  }

  /// Why no rule is proposed.
  package enum Refusal: Error, Hashable, Sendable {
    case perimeterUnknown, directionUnknown, identityUnknown, identityUnusual, identityUnsupported,
      serviceUnusual
    case methodsUnknown, methodUnusual, methodsTooMany, sourceUnusual, targetUnknown
    /// The project is named by its id, and rules take numbers.
    case targetByID(String)

    /// A clause.
    package var text: String {
      switch self {
      case .perimeterUnknown: "the log does not name the perimeter and its access policy"
      case .directionUnknown:
        "the log does not say which way the call crossed the perimeter"
      case .identityUnknown:
        "the log does not name the caller"
      case .identityUnusual: "the log names the caller in a form that no rule takes"
      case .identityUnsupported: "rules do not take this form of member"
      case .serviceUnusual: "the name of the service is not one that a rule may hold"
      case .methodsUnknown: "the log does not name a method"
      case .methodUnusual: "a method has characters that a rule may not hold"
      case .methodsTooMany: "more than \(PerimeterRule.methodLimit) methods: decide by hand"
      case .sourceUnusual:
        "the log names the source of the call in a form that a rule cannot hold"
      case .targetUnknown: "the log does not name the project that the call wanted"
      case .targetByID(let project):
        "rules name projects by number: gcloud projects describe \(project) "
          + "--format='value(projectNumber)' shows that of \(project)"
      }
    }
  }

  /// More methods than these are for somebody to think about.
  package static let methodLimit = 50

  /// Makes the smallest rule that would have let the calls through.
  package init(_ request: Request) throws(Refusal) {
    direction = request.direction
    guard let perimeter = PerimeterName(request.perimeter) else { throw .perimeterUnknown }
    self.perimeter = perimeter
    guard let identity = request.identity else {
      throw request.isNamed ? .identityUnusual : .identityUnknown
    }
    guard Self.takes(identity) else { throw .identityUnsupported }
    self.identity = identity
    guard request.service.isDomainName, request.service.dropping(suffix: ".googleapis.com") != nil
    else { throw .serviceUnusual }
    service = request.service
    selectors = try Self.selectors(for: request)
    source = try Self.source(of: request, perimeter: perimeter)
    targetProject = try Self.target(of: request)
  }

  private static func takes(_ member: Member) -> Bool {
    switch member.form {
    case .user, .serviceAccount, .principal: true
    case .group, .gkeWorkload, .principalSet, .deleted: false
    }
  }

  /// The methods; for BigQuery the permissions, which is what its calls are checked by.
  private static func selectors(for request: Request) throws(Refusal) -> [Selector] {
    if request.service == "bigquery.googleapis.com" {
      let permissions = Set(request.permissions.compactMap { Permission($0) })
        .filter { $0.service == "bigquery" && !$0.isKubernetes }
      // What the log names NO_PERMISSIONS or the like is no permission.
      return permissions.isEmpty ? [.all] : permissions.sorted().map { .permission($0.name) }
    }
    guard !request.methods.isEmpty else { throw .methodsUnknown }
    guard request.methods.count <= methodLimit else { throw .methodsTooMany }
    var names: Set<String> = []
    for method in request.methods {
      guard isMethodName(method) else { throw .methodUnusual }
      names.insert(selectorName(of: method, service: request.service))
    }
    return names.sorted().map { .method($0) }
  }

  private static func isMethodName(_ text: String) -> Bool {
    guard let first = text.utf8.first, first.isLowercaseLetter || first.isUppercaseLetter,
      text.utf8.count <= 200
    else { return false }
    return text.consists {
      $0.isAlphanumeric || $0.isASCII(".") || $0.isASCII("_") || $0.isASCII("/") || $0.isASCII("-")
    }
  }

  /// What rules call the method.
  ///
  /// Logging and Artifact Registry leave out the package before `SERVICE.METHOD`.
  /// - Source: https://cloud.google.com/vpc-service-controls/docs/supported-method-restrictions
  private static func selectorName(of method: String, service: String) -> String {
    guard ["logging.googleapis.com", "artifactregistry.googleapis.com"].contains(service),
      !method.hasByte("/")
    else { return method }
    return method.parts(at: ".").suffix(2).joined(separator: ".")
  }

  private static func source(
    of request: Request, perimeter: PerimeterName
  ) throws(Refusal) -> Source {
    if !request.source.isEmpty {
      guard let resource = resource(request.source, direction: request.direction) else {
        throw .sourceUnusual
      }
      return .resource(resource)
    }
    guard request.direction == .ingress else { return .any }
    let levels = request.accessLevels.compactMap(perimeter.accessLevel)
    return levels.min().map(Source.accessLevel) ?? .any
  }

  /// `projects/NUMBER`, of more that stands behind it too; for ingress a VPC network as well.
  private static func resource(_ text: String, direction: Direction) -> String? {
    let name = ResourceName(text)
    if name.service == nil, let project = name.project, project.isNumber,
      !text.hasByte("[")
    {
      return "projects/\(project.name)"
    }
    let parts = name.segments
    guard direction == .ingress, name.service == "compute.googleapis.com", parts.count == 5,
      let project = name.project, parts[2] == "global", parts[3] == "networks",
      parts[4].isDomainLabel
    else { return nil }
    return "//compute.googleapis.com/projects/\(project.name)/global/networks/\(parts[4])"
  }

  private static func target(of request: Request) throws(Refusal) -> ProjectReference {
    guard let project = ResourceName(request.target).project else { throw .targetUnknown }
    guard project.isNumber else { throw .targetByID(ShellWord.quoted(project.name)) }
    return project
  }
}
