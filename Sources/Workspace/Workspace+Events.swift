extension Workspace {
  /// What changes from now on, or, with `since`, what changed after that clock and from then on.
  ///
  /// Clocks rise by one from event to event, also across restarts. When events after `since` are no longer known, or a
  /// reader is more than a thousand events behind, it gets a reset and reads everything again. Read `clock` before
  /// reading state and subscribe with it, and nothing is missed. Ends when the workspace is closed.
  public func subscribe(since: Int64? = nil) -> Feed<Event> {
    Feed(bell: eventBell, since: since ?? log.clock) { [weak self] cursor in
      let events = await self?.log.events(since: cursor) ?? []
      return (events, events.last?.clock ?? cursor)
    }
  }

  /// What changed after `since`, now; a reset when that is no longer known.
  public func events(since: Int64) -> [Event] { log.events(since: since) }

  /// The clock of the latest event.
  public var clock: Int64 { log.clock }

  /// The progress of the running jobs, first as it is now and then whenever it changes: the latest of each job, as fast
  /// as the reader reads. Ends when the workspace is closed. That a job ended is told by an event, not here.
  public nonisolated func progress() -> Feed<JobProgress> {
    let board = board
    return Feed(bell: board.bell, since: 0) { board.changes(after: $0) }
  }
}
