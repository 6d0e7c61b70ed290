package import DenialAggregation

/// How a story can be written.
package enum StoryFormat: String, CaseIterable, Sendable {
  case text, json

  package func render(_ story: Story, text: TextOptions) -> [UInt8] {
    switch self {
    case .text: Array(StoryRenderer(options: text).render(story).utf8)
    case .json: StoryJSONRenderer().render(story)
    }
  }
}
