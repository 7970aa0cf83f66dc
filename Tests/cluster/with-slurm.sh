#!/bin/sh
# Starts Slurm on this machine alone, in a folder of its own, does a command under it and stops it.
#
#   with-slurm.sh <folder> <command> ...
#
# It needs Debian's slurm-wlm (which brings munge), and to be root, for slurmd. Nothing outside the
# folder is written, and only what was started here is stopped.
set -eu
folder=$(cd "$1" && pwd)
shift

mkdir -p "$folder/state" "$folder/spool" "$folder/munge"
chmod 755 "$folder" "$folder/munge"
head -c 1024 /dev/urandom > "$folder/munge.key"
chmod 600 "$folder/munge.key"

processors=$(nproc)
host=$(hostname -s)
# Ports that a Slurm already here would not have.
port=$((20000 + $$ % 20000))
cat > "$folder/slurm.conf" << END
ClusterName=here
SlurmctldHost=$host(localhost)
SlurmctldPort=$port
SlurmdPort=$((port + 1))
AuthType=auth/munge
AuthInfo=socket=$folder/munge/socket
CredType=cred/munge
SlurmUser=root
SlurmdUser=root
StateSaveLocation=$folder/state
SlurmdSpoolDir=$folder/spool
SlurmctldPidFile=$folder/slurmctld.pid
SlurmdPidFile=$folder/slurmd.pid
SlurmctldLogFile=$folder/slurmctld.log
SlurmdLogFile=$folder/slurmd.log
ProctrackType=proctrack/pgid
TaskPlugin=task/none
SelectType=select/cons_tres
SelectTypeParameters=CR_CPU
MpiDefault=none
ReturnToService=2
SchedulerParameters=sched_interval=1
NodeName=$host NodeAddr=localhost CPUs=$processors State=UNKNOWN
PartitionName=all Nodes=$host Default=YES MaxTime=INFINITE State=UP
END
touch "$folder/cgroup.conf"
export SLURM_CONF="$folder/slurm.conf"

started=""
stop() {
  for process in $started; do kill "$process" 2> /dev/null || true; done
  wait
}
trap stop EXIT
trap 'exit 1' INT TERM

munged --foreground --force --key-file="$folder/munge.key" --socket="$folder/munge/socket" \
  --pid-file="$folder/munge/pid" --log-file="$folder/munge/log" --seed-file="$folder/munge/seed" &
started="$!"
tries=0
until munge --socket="$folder/munge/socket" --no-input > /dev/null 2>&1; do
  tries=$((tries + 1))
  [ "$tries" -lt 100 ] || { cat "$folder/munge/log" >&2; exit 1; }
  sleep 0.1
done
slurmctld -D -i > "$folder/slurmctld.out" 2>&1 &
started="$started $!"
slurmd -D > "$folder/slurmd.out" 2>&1 &
started="$started $!"
tries=0
until sinfo --noheader --states=idle --format=%D 2> /dev/null | grep -q 1; do
  tries=$((tries + 1))
  [ "$tries" -lt 150 ] || { tail "$folder"/slurm*.out "$folder"/slurm*.log >&2; exit 1; }
  sleep 0.2
done
"$@"
