/// What the kernel counts by group of residents.
enum TallyKind {
  case happened, triggered, movedOnce, started, happenedToReached, entered
  case occupancyChange, livingChange, reachedChange
}
