import Generation
import Platform
import RPCProtocol
import Workspace

extension Services {
  func ledger(_ request: KrafLedger, _ context: CallContext) async throws(RPCError) -> KrafLedger.Reply {
    let workspace = try await workspace(request.workspace, context)
    return try await answering { () throws(WorkspaceError) in
      KrafLedger.Reply(
        entries: try workspace.ledger(limit: request.limit).map { RPCProtocol::LedgerEntry($0) },
        usedMicros: Int(try workspace.usedMicros()))
    }
  }

  func budget(_ request: KrafBudget, _ context: CallContext) async throws(RPCError) -> KrafBudget.Reply {
    let workspace = try await workspace(request.workspace, context)
    return try await answering { () async throws(WorkspaceError) in
      if let scope = request.scope {
        try await workspace.setBudget(.init(scope), micros: request.limitMicros.map(Int64.init))
      }
      return KrafBudget.Reply(
        budgets: try workspace.budgets().compactMap(RPCProtocol::BudgetUse.init),
        usedMicros: Int(try workspace.usedMicros()))
    }
  }
}
