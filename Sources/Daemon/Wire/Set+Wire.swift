import Platform
import RPCProtocol
import Workspace

extension RPCProtocol::ChannelFinding {
  init(_ finding: Workspace::ChannelFinding) {
    let severity: FindingSeverity =
      switch finding.severity {
      case .error: .error
      case .warning: .warning
      case .information: .information
      }
    self.init(rule: finding.rule, severity: severity, sentence: finding.sentence)
  }
}

extension RPCProtocol::SetCoverage.Reply {
  init(_ coverage: Workspace::SetCoverage) {
    self.init(
      questions: coverage.questions.map { question in
        AnsweredQuestion(
          role: question.role, question: question.question, shots: question.shots, isAnswered: question.isAnswered)
      },
      slots: coverage.slots.map { slot in
        CoveredSlot(
          channel: slot.channel, title: slot.title, shots: slot.shots, pictures: slot.pictures, takes: slot.takes)
      }, gaps: coverage.gaps)
  }
}

extension SetExport.Reply {
  init(_ manifest: SetManifest, in folder: String) {
    self.init(
      pictures: manifest.pictures.map { picture in
        ExportedPicture(
          channel: picture.channel, shot: picture.shot, path: Path.join(folder, picture.file),
          mediaType: picture.mediaType, width: picture.width, height: picture.height, byteCount: picture.byteCount,
          sha256: picture.sha256, asset: picture.asset, sourceType: picture.sourceType, verdict: picture.verdict,
          findings: picture.findings.map { RPCProtocol::ChannelFinding($0) })
      },
      leftOut: manifest.leftOut.map { one in
        LeftOutPicture(
          channel: one.channel, shot: one.shot, reasons: one.reasons.map { RPCProtocol::ChannelFinding($0) })
      },
      manifest: Path.join(folder, SetManifest.manifestName),
      contactSheet: manifest.pictures.isEmpty ? nil : Path.join(folder, SetManifest.sheetName),
      gaps: manifest.coverage.gaps, warnings: manifest.warnings)
  }
}

extension RPCProtocol::ComparedPicture {
  init(_ picture: Workspace::ComparedPicture, in workspace: Workspace) throws(WorkspaceError) {
    self.init(
      asset: try AssetDescription(picture.asset, in: workspace), rank: picture.rank, model: picture.model,
      style: picture.style, reasons: picture.reasons, costMicros: Int(picture.costMicros),
      elapsedMs: picture.elapsedMilliseconds, verdict: picture.verdict?.rawValue)
  }
}
