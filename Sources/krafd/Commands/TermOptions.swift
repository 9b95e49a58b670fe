import ArgumentParser
import Daemon

/// The options that a plan and a run share.
struct TermOptions: ParsableArguments {
  @Option(help: "Make the shots in this style instead of their own.") var style: String?
  @Flag(help: "Make everything anew, even what was made from the same inputs before.") var fresh = false
  @Option(help: "The most that the run may cost, like '5 USD' or '60 credits'; more is refused with status 4.")
  var budget: String?

  var terms: RunTerms { RunTerms(style: style, isFresh: fresh, budget: budget) }
}
