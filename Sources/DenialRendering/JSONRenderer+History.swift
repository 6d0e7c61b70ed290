internal import DenialAggregation
internal import DenialClassification

extension JSONWriter {
  /// Writes what other nights know under its key, news first; nothing without a history.
  mutating func write(_ history: ReportHistory?) {
    guard let history else { return }
    key("history")
    object { writer in
      writer.member("previousReport", history.previousReport)
      writer.key("states")
      writer.object(isInline: true) { writer in
        for state in FindingState.allCases {
          writer.member(state.rawValue, history.stateCounts[state] ?? 0)
        }
      }
      writer.members("news", history.news) { $0.write($1) }
      writer.member("newsLeftOut", history.newsLeftOut)
      writer.members("wentQuiet", history.wentQuiet) { $0.write($1) }
      writer.member("wentQuietLeftOut", history.wentQuietLeftOut)
      writer.members("codes", history.codes) { $0.write($1) }
      writer.write(history.additions)
    }
  }

  private mutating func write(_ finding: NotedFinding) {
    object { writer in
      writer.member("id", finding.id)
      writer.member("state", finding.state.rawValue)
      writer.member("code", finding.cause.code.rawValue)
      writer.member("cause", finding.cause.rawValue)
      writer.member("principal", finding.principal)
      writer.member("service", finding.service.isEmpty ? nil : finding.service)
      writer.member("project", finding.project.isEmpty ? nil : finding.project)
      writer.member("permissions", finding.permissions)
      writer.member("denials", finding.denials)
      writer.member("lastSeen", finding.lastSeen)
    }
  }

  private mutating func write(_ code: CodeHistory) {
    object { writer in
      writer.member("code", code.code.rawValue)
      writer.member("denials", code.denials)
      writer.members("causes", code.causes) { writer, count in
        writer.object(isInline: true) { writer in
          writer.member("cause", count.cause.rawValue)
          writer.member("denials", count.denials)
        }
      }
      writer.members("perDay", code.perDay) { writer, day in
        writer.array(isInline: true) { writer in
          writer.string(day.value)
          writer.integer(day.denials)
        }
      }
      writer.write(code.trend)
    }
  }

  private mutating func write(_ additions: HistoryAdditions) {
    key("additions")
    object(isInline: true) { writer in
      writer.member("counted", additions.counted)
      writer.member("known", additions.known)
      writer.member("moved", additions.moved)
      writer.member("frozen", additions.frozen)
    }
  }

  private mutating func write(_ trend: WeeklyTrend) {
    key("trend")
    object(isInline: true) { writer in
      writer.member("lastWeek", trend.lastWeek)
      writer.member("weekBefore", trend.weekBefore)
    }
  }

  /// Writes the members of a finding that only a history knows; none without one.
  mutating func writeMembers(of history: FindingHistory?) {
    guard let history else { return }
    member("state", history.state.rawValue)
    key("history")
    object { writer in
      writer.member("firstSeen", history.firstSeen)
      writer.member("lastSeen", history.lastSeen)
      writer.member("firstShown", history.firstShown)
      writer.member("returnedAt", history.returnedAt)
      writer.member("denials", history.denials)
      writer.write(history.trend)
    }
  }

  /// Writes the member of a suggested binding that only a history knows; none without one.
  mutating func writeMember(of history: SuggestionHistory?) {
    guard let history else { return }
    key("history")
    object(isInline: true) { writer in
      writer.member("firstShown", history.firstShown)
      writer.member("denialsSince", history.denialsSince)
    }
  }
}
