package import IAM

extension SuggestedBinding {
  /// How a binding is written: made when asked for, as of thousands a report may show ten.
  package enum Forms: Hashable, Sendable {
    case binding(Binding)
    /// Texts from elsewhere.
    case texts(gcloud: String, terraform: String, console: [String], verify: String)
  }

  /// What to paste; multi-line for a custom role. Everything in it is allow-listed or quoted.
  public var gcloud: String {
    switch forms {
    case .binding(let binding): binding.gcloud
    case .texts(let gcloud, _, _, _): gcloud
    }
  }

  /// The same as Terraform resources that add to a policy and replace nothing.
  public var terraform: String {
    switch forms {
    case .binding(let binding): binding.terraform
    case .texts(_, let terraform, _, _): terraform
    }
  }

  /// The same as steps in the Google Cloud console.
  public var console: [String] {
    switch forms {
    case .binding(let binding): binding.consoleSteps(titles: roleTitles)
    case .texts(_, _, let console, _): console
    }
  }

  /// How to check that it helped.
  public var verify: String {
    switch forms {
    case .binding(let binding):
      permissions.first.flatMap { Permission($0) }.map(binding.verification) ?? ""
    case .texts(_, _, _, let verify): verify
    }
  }

  /// What files of bindings are made from.
  package var binding: Binding? {
    switch forms {
    case .binding(let binding): binding
    case .texts: nil
    }
  }

  /// The commands for a script that may run again, one a line.
  package var scriptLines: [String] {
    binding?.scriptLines ?? gcloud.split(separator: "\n").map(String.init)
  }

  /// The Terraform blocks, those that it shares with other suggestions first.
  package var terraformBlocks: [String] { binding?.terraformBlocks.map(\.text) ?? [terraform] }

  /// The project that owns the target, if that is known and it has one.
  package var project: String? { binding?.target.project?.name }
}
