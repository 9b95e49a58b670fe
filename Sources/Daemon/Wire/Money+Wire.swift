import Generation
import Platform
import RPCProtocol
import Workspace

extension RPCProtocol::LedgerEntry {
  init(_ entry: Workspace::LedgerEntry) {
    self.init(
      number: Int(entry.number), job: entry.job.rawValue, title: entry.title, document: entry.document,
      shot: entry.shot, model: entry.model, estimateMicrosMin: Int(entry.estimate.lowMicros),
      estimateMicrosMax: Int(entry.estimate.highMicros), arithmetic: entry.arithmetic,
      actualMicros: entry.actualMicros.map { Int($0) }, state: LedgerState(entry.state),
      createdAt: entry.created.rfc3339, closedAt: entry.closed?.rfc3339)
  }
}

extension LedgerState {
  init(_ state: Workspace::LedgerEntry.State) {
    switch state {
    case .open: self = .open
    case .paid: self = .paid
    case .unknown: self = .unknown
    }
  }
}

extension RPCProtocol::BudgetUse {
  /// Nil for the limits of a single run, which no workspace keeps.
  init?(_ use: Generation::BudgetUse) {
    let scope: RPCProtocol::BudgetScope
    switch use.scope {
    case .workspace: scope = .workspace
    case .month: scope = .month
    case .run, .file: return nil
    }
    self.init(scope: scope, limitMicros: Int(use.limitMicros), usedMicros: Int(use.usedMicros))
  }
}

extension Generation::BudgetScope {
  init(_ scope: RPCProtocol::BudgetScope) {
    switch scope {
    case .workspace: self = .workspace
    case .month: self = .month
    }
  }
}
