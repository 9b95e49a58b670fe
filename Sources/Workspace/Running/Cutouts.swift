import Imaging

extension Workspace {
  /// Below this confidence a person is asked to look at a cut-out.
  static let doubtfulConfidence = 0.4

  /// The warning for a doubtful cut-out.
  static func checkSentence(_ confidence: Double, _ reasons: [String]) -> String {
    let percent = Int((min(max(confidence, 0), 1) * 100).rounded())
    let why = reasons.isEmpty ? "" : " (" + reasons.joined(separator: "; ") + ")"
    return "Check the cut-out: its confidence is \(percent) %\(why)"
  }
}
