import Testing

@testable import Daemon

@Suite struct FifoTests {
  /// A plain array is the definition; the queue must agree with it after any acts.
  @Test(arguments: 0..<10)
  func agreesWithAnArray(seed: Int) {
    var fifo = Fifo<Int>()
    var plain: [(place: Int, element: Int)] = []
    var step = seed
    for number in 0..<2000 {
      step = (step &* 1_103_515_245 &+ 12345) & 0x7fff_ffff
      switch step >> 8 & 7 {
      case 0...3: plain.append((fifo.append(number), number))
      case 4...5:
        #expect(fifo.popFirst()?.element == plain.first?.element)
        if !plain.isEmpty { plain.removeFirst() }
      default:
        guard let chosen = plain.indices.randomElement(seed: step >> 11) else { continue }
        #expect(fifo.remove(at: plain[chosen].place) == plain[chosen].element)
        #expect(fifo.remove(at: plain[chosen].place) == nil)
        plain.remove(at: chosen)
      }
      #expect(fifo.count == plain.count)
      #expect(fifo.first == plain.first?.element)
    }
    #expect(fifo.all.map(\.element) == plain.map(\.element))
  }
}

extension Range<Int> {
  fileprivate func randomElement(seed: Int) -> Int? { isEmpty ? nil : lowerBound + seed % count }
}
