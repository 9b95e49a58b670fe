import Platform
import Testing

@Suite struct ProcessTests {
  @Test func memoryIsMoreThanTheProgramAndLessThanTheMachine() throws {
    let bytes = try #require(ProcessMemory.residentBytes())

    #expect(bytes > 1 << 20)
    #expect(bytes < 1 << 40)
  }

  @Test func theMonotonicClockNeverFalls() {
    let moments = (0..<1000).map { _ in MonotonicClock.system.now }

    #expect(moments == moments.sorted())
  }

  @Test func anEmptyVariableCountsAsUnset() {
    #expect(CurrentProcess.variable("KRAFD_NO_SUCH_VARIABLE") == nil)
    #expect(CurrentProcess.environment().contains { $0.hasPrefix("PATH=") })
    #expect(CurrentProcess.programPath()?.hasPrefix("/") == true)
  }

  @Test func aWokenWaitReturnsAndAClearedOneWaitsAgain() throws {
    let waker = try Waker()
    waker.wake()
    waker.wake()

    #expect(Poll.wait(reading: [waker.descriptor], patience: .seconds(5)) == [0])
    waker.clear()
    #expect(Poll.wait(reading: [waker.descriptor], patience: .zero) == [])
  }
}
