import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { dirname } from 'node:path';

/** What a unit file of systemd says, as far as it is done here. */
export interface Unit {
	user: string;
	group: string;
	folder: string;
	command: string[];
	umask: string;
	writable: string[];
	/** Every directive that is done here by other means, or only by systemd itself. */
	further: Readonly<Record<string, string>>;
}

/** The directives that systemd does and this does not: who adds one to the unit says here that it was thought of. */
const SYSTEMD_ALONE = [
	...[
		'Restart',
		'RestartSec',
		'PrivateDevices',
		'ProtectKernelTunables',
		'ProtectControlGroups',
		'RestrictSUIDSGID',
		'CapabilityBoundingSet',
	],
];
/** Done in the mount namespace of `start`. */
const IN_NAMESPACE = ['NoNewPrivileges', 'PrivateTmp', 'ProtectSystem', 'ProtectHome'];

/** Reads the [Service] of a unit file. Throws when it says what is not understood. */
export function unitAt(path: string): Unit {
	const service = /^\[Service\]\n([\s\S]*?)(?=^\[)/m.exec(readFileSync(path, 'utf8'))![1]!;
	const said = service.split('\n').filter((line) => line && !line.startsWith('#'));
	const { User, Group, WorkingDirectory, ExecStart, UMask, ReadWritePaths, ...further } = Object.fromEntries(
		said.map((line) => line.split(/=(.*)/s).slice(0, 2) as [string, string]),
	);
	for (const [name, value] of Object.entries({ User, Group, WorkingDirectory, ExecStart, UMask, ReadWritePaths }))
		if (!value) throw new Error(`${path} does not say ${name}`);
	const unknown = Object.keys(further).filter((name) => ![...SYSTEMD_ALONE, ...IN_NAMESPACE].includes(name));
	if (unknown.length > 0) throw new Error(`${path} says ${unknown.join(', ')}, of which the test knows nothing`);
	return {
		user: User!,
		group: Group!,
		folder: WorkingDirectory!,
		command: ExecStart!.split(' '),
		umask: UMask!,
		writable: ReadWritePaths!.split(' '),
		further,
	};
}

/** A unit at work. */
export interface Started {
	said(): string;
	/** Waits until it has said this. */
	until(words: RegExp): Promise<void>;
	/** Ends it as systemd would; answers the exit code. */
	stop(): Promise<number | null>;
}

/** As systemd says it to every service. */
const PATH = '/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin';

/** Whether a namespace of its own can be had, in which all but some folders is read-only. */
export const canShutIn = (): boolean => process.getuid?.() === 0 && spawnSync('unshare', ['--mount', 'true']).status === 0;

/** Starts a unit: by its user and group where this is root, with its umask, and able to write where it says and nowhere else. */
export function start({ user, group, folder, command, umask, writable, further }: Unit, { shutIn }: { shutIn: boolean }): Started {
	const env = { PATH, HOME: writable[0]!, USER: user, LOGNAME: user, LANG: 'C.UTF-8' };
	const isRoot = process.getuid?.() === 0;
	const asUser = isRoot ? ['setpriv', `--reuid=${user}`, `--regid=${group}`, '--clear-groups', '--no-new-privs'] : [];
	const inside = [...asUser, 'sh', '-c', `umask ${umask} && exec "$@"`, 'sh', ...command];
	const whole = shutIn ? ['unshare', '--mount', 'sh', '-ec', namespace(writable, further), 'sh', ...inside] : inside;
	// The folder is entered last, in the namespace.
	const child = spawn('sh', ['-c', 'exec "$@"', 'sh', ...whole], {
		cwd: shutIn ? '/' : folder,
		env: { ...env, FOLDER: folder },
		stdio: ['ignore', 'pipe', 'pipe'],
	});
	return watched(child);
}

/** ProtectSystem=strict, ProtectHome and PrivateTmp, by mounts that nobody else sees. */
function namespace(writable: readonly string[], { ProtectSystem, ProtectHome, PrivateTmp }: Unit['further']): string {
	if (ProtectSystem !== 'strict' || ProtectHome !== 'true' || PrivateTmp !== 'true' || writable.length !== 1)
		throw new Error('the unit shuts in otherwise than the test does');
	const only = writable[0]!;
	return `
mount --make-rprivate /
mount --bind '${only}' /mnt
mount -t tmpfs -o mode=1777 tmpfs /tmp
mount -t tmpfs -o mode=1777 tmpfs /var/tmp
mkdir -p '${only}'
mount --move /mnt '${only}'
for home in /home /root; do mount -t tmpfs -o ro,mode=000 tmpfs $home; done
cut -d' ' -f5 /proc/self/mountinfo | sort -u | while read -r at; do
	case $at in '${only}' | /tmp | /var/tmp | /home | /root | /proc | /proc/* | /sys | /sys/* | /dev | /dev/*) ;;
	*) mount -o remount,bind,ro "$at" ;;
	esac
done
cd "$FOLDER"
unset FOLDER
exec "$@"
`;
}

function watched(child: ChildProcess): Started {
	let said = '';
	const heard = new Set<() => void>();
	const ended = once(child, 'close').then(([code]) => code as number | null);
	for (const stream of [child.stdout!, child.stderr!])
		stream.setEncoding('utf8').on('data', (part: string) => {
			said += part;
			for (const each of heard) each();
		});
	return {
		said: () => said,
		until: (words) =>
			new Promise((resolve, reject) => {
				const look = () => {
					if (!words.test(said)) return;
					heard.delete(look);
					resolve();
				};
				heard.add(look);
				look();
				void ended.then((code) => reject(new Error(`it ended with ${code}:\n${said}`)));
			}),
		async stop() {
			child.kill('SIGTERM');
			return ended;
		},
	};
}

/** The program that belongs to a unit's command, for the user's shell. */
export const nodeOf = ({ command }: Unit): string => dirname(command[0]!);
