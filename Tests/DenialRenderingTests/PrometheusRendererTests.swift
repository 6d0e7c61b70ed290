import Foundation
import Testing

@testable import DenialAggregation
@testable import DenialRendering

struct PrometheusRendererTests {
  private static let isChecked =
    (try? Python.run("import shutil; print(shutil.which('promtool'))", input: Data()))
    .map { $0 != "None\n" } ?? false

  /// What promtool has to say of metrics.
  private static let script = """
    import subprocess, sys
    result = subprocess.run(["promtool", "check", "metrics"], stdin=open(sys.argv[1]),
                            stdout=subprocess.PIPE, stderr=subprocess.STDOUT)
    print(result.returncode, result.stdout.decode())
    """

  @Test(
    .enabled(if: isChecked, "no promtool: metrics are NOT read by Prometheus"),
    arguments: Sample.hostileValues + ["a\"} 1\nevil{x=\"", "\\", "\\n"])
  func `promtool has nothing to say, whatever a log holds`(value: String) throws {
    var report = Sample.hostile(value, isWellFormed: true)
    report.history = Sample.history(of: report, value)
    let text = PrometheusRenderer(namesPrincipals: true).render(report)
    #expect(try Python.run(Self.script, input: Data(text.utf8)) == "0 \n", "\(text)")
    #expect(!text.contains("\nevil{"))
  }

  @Test func `no principal is a label unless that was asked for`() {
    let plain = PrometheusRenderer(namesPrincipals: false).render(Sample.rich)
    #expect(!plain.contains("@") && !plain.contains("principal="))
    let named = PrometheusRenderer(namesPrincipals: true).render(Sample.rich)
    #expect(named.contains("denials_report_principal_denials{principal=\""))
  }

  @Test func `only a history counts on`() {
    let plain = PrometheusRenderer(namesPrincipals: false).render(Sample.rich)
    #expect(!plain.contains("counter"))
    #expect(plain.contains("denials_report_last_run_timestamp_seconds 1795399200\n"))
    var report = Sample.rich
    report.history = Sample.history(of: report, "x")
    let known = PrometheusRenderer(namesPrincipals: false).render(report)
    #expect(known.contains("# TYPE denials_report_denials_total counter\n"))
    #expect(known.contains("denials_report_findings{state=\"ongoing\"} 2\n"))
  }
}
