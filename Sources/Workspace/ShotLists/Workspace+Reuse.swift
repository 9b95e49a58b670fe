import FoundationEssentials
import Generation
import Platform
import ShotList

extension Workspace {
  /// Looks at what was made before: what is taken again is free and takes no time, what is made anew says why.
  nonisolated func reuse(in order: inout DraftedOrder) throws(WorkspaceError) {
    let drafts = order.drafts
    let variants = Dictionary(grouping: drafts, by: \.shot).mapValues(\.count)
    let found = try store.read { snapshot in
      try drafts.map { draft -> (made: JobRow?, latest: JobRow?) in
        if let made = try draft.fingerprint.flatMap({ try snapshot.made(from: $0.digest) }) { return (made, nil) }
        guard let document = draft.document, let shot = draft.shot else { return (nil, nil) }
        // Of a shot that compares, each variant has a history of its own.
        let slot = variants[shot] == 1 ? nil : draft.slot
        return (nil, try snapshot.latest(document: document, shot: shot, slot: slot))
      }
    }
    for (place, (made, latest)) in found.enumerated() {
      if let made, hasAllOutputs(made.job) {
        order.drafts[place].reused = made.job
        order.drafts[place].estimate = Estimate(
          model: order.plan.jobs[place].model, price: .free, arithmetic: "made before")
        order.plan.jobs[place].takeBefore()
      } else if let latest {
        order.plan.jobs[place].action = .change
        order.plan.jobs[place].changes = try changes(in: drafts[place], since: latest)
      }
    }
  }

  /// Whether the files of a job's outputs are still there.
  nonisolated func hasAllOutputs(_ job: Job) -> Bool {
    !job.outputs.isEmpty && job.outputs.allSatisfy { id in (try? objectPath(of: id)).map(CacheFile.exists) ?? false }
  }

  /// Why a shot's last picture does not stand any more.
  private nonisolated func changes(in draft: JobDraft, since latest: JobRow) throws(WorkspaceError) -> [String] {
    guard case .generate(let work) = draft.request,
      case .generate(let old) = try JobRequest(json: latest.request, database: layout.database)
    else { return [] }
    var changes = work.changes(since: old)
    if let inputs = draft.fingerprint?.inputs, let text = latest.inputs,
      let before = try? JSONDecoder().decode(WorkInputs.self, from: Data(text.utf8))
    {
      changes += inputs.changes(since: before)
    }
    // A workspace of an older krafd, or a photo that cannot be read now.
    return changes.isEmpty ? ["what it was made from is not known"] : changes
  }

  /// The budget that an order breaks: its own, that of its shot list, or one of the workspace; nil when none.
  nonisolated func refusal(
    of price: PriceRange, for order: GenerateOrder, fileBudget: Budget?
  ) throws(WorkspaceError) -> BudgetRefusal? {
    guard price.highMicros > 0 else { return nil }
    var budgets: [BudgetUse] = []
    if let micros = order.budgetMicros { budgets.append(BudgetUse(.run, limitMicros: micros)) }
    if let fileBudget { budgets.append(BudgetUse(.file, limitMicros: fileBudget.microDollars)) }
    return (budgets + (try self.budgets())).lazy.compactMap { $0.refusal(of: price) }.first
  }
}

extension PlannedJob {
  /// Nothing is done for it: an earlier job made the same.
  fileprivate mutating func takeBefore() {
    action = .reuse
    price = .free
    arithmetic = .free
    seconds = 0
  }
}
