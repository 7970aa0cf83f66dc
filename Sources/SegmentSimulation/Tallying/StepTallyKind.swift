/// What the kernel counts by step, of everybody.
enum StepTallyKind {
  case happened, started, happenedToReached
}
