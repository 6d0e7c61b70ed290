internal import AuditLog
package import DenialAggregation
internal import DenialClassification

/// Writes a story for programs, version 1 (`docs/forensics.md`).
package struct StoryJSONRenderer: Sendable {
  package init() {}

  package func render(_ story: Story) -> [UInt8] {
    var writer = JSONWriter(style: .pretty)
    writer.object { writer in
      writer.member("story", 1)
      writer.member("principal", story.principal)
      writer.member("member", story.member)
      writer.member("denials", story.denials)
      writer.member("denialsLeftOut", story.denialsLeftOut)
      writer.key("causes")
      writer.array { writer in
        for (cause, denials) in story.causes {
          writer.object(isInline: true) { writer in
            writer.member("code", cause.code.rawValue)
            writer.member("cause", cause.rawValue)
            writer.member("denials", denials)
          }
        }
      }
      write("callerIps", story.callerIPs, to: &writer)
      write("userAgents", story.userAgents, to: &writer)
      write("keys", story.keys, to: &writer)
      write("delegations", story.delegations, to: &writer)
      write("permissions", story.permissions, to: &writer)
      if let allowed = story.allowed {
        writer.key("allowed")
        writer.object { writer in
          writer.member("calls", allowed.calls)
          writer.member("callsLeftOut", allowed.callsLeftOut)
          write("permissions", allowed.permissions, counted: "calls", to: &writer)
          writer.key("grantedSince")
          writer.array { writer in
            for (permission, time) in allowed.grantedSince.sorted(by: { $0.key < $1.key }) {
              writer.object(isInline: true) { writer in
                writer.member("permission", permission)
                writer.member("since", time.description)
              }
            }
          }
        }
      }
      writer.key("signals")
      writer.array { writer in
        for signal in story.signals {
          writer.object { writer in
            writer.member("kind", signal.kind.rawValue)
            writer.member("text", signal.text)
            writer.member("time", signal.time?.description)
            writer.member("insertIds", signal.insertIDs)
          }
        }
      }
      writer.key("bursts")
      writer.array { writer in
        for burst in story.bursts { write(burst, to: &writer) }
      }
    }
    writer.endLine()
    return writer.bytes
  }

  private func write(
    _ key: String, _ sightings: [Story.Sighting], counted: String = "denials",
    to writer: inout JSONWriter
  ) {
    writer.key(key)
    writer.array { writer in
      for sighting in sightings {
        writer.object(isInline: true) { writer in
          writer.member("value", sighting.value)
          writer.member(counted, sighting.count)
          writer.member("firstSeen", sighting.firstSeen?.description)
          writer.member("lastSeen", sighting.lastSeen?.description)
        }
      }
    }
  }

  private func write(_ burst: Story.Burst, to writer: inout JSONWriter) {
    writer.object { writer in
      writer.member("start", burst.start?.description)
      writer.member("end", burst.end?.description)
      writer.member("denials", burst.denials)
      writer.key("steps")
      writer.array { writer in
        for step in burst.steps { write(step, to: &writer) }
      }
    }
  }

  private func write(_ step: Story.Step, to writer: inout JSONWriter) {
    let denial = step.first.denial
    writer.object { writer in
      writer.member("start", step.start?.description)
      writer.member("end", step.end?.description)
      writer.member("denials", step.denials)
      writer.member("code", denial.cause.code.rawValue)
      writer.member("cause", denial.cause.rawValue)
      writer.member("permissions", denial.permissions)
      writer.member("newPermissions", step.newPermissions)
      writer.member("service", denial.service)
      writer.member("method", denial.method)
      writer.member("project", denial.project)
      writer.member("resources", step.resources)
      writer.member("otherResources", step.otherResources)
      writer.member("callerIp", denial.callerIP)
      writer.member("userAgent", denial.userAgent)
      writer.member("key", denial.key)
      writer.member("delegation", denial.delegation)
      writer.member("insertIds", step.insertIDs)
      writer.member("source", step.first.source)
      writer.member("line", step.first.lineNumber)
      writer.member("byteOffset", step.first.byteOffset)
    }
  }
}
