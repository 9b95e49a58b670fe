import ShotList
import Workspace

/// Sums of money as people type them.
enum SumOfMoney {
  /// In micro-dollars. Throws: for what is no sum.
  static func micros(_ text: String) throws(CommandFailure) -> Int {
    guard let budget = Budget(text) else {
      throw .usage("'\(text)' is no sum of money; write it like '5 USD', '$5' or '60 credits'")
    }
    return Int(budget.microDollars)
  }
}
