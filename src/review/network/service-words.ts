/** Protocols and ports in words. */
import { listWords } from "../../text/list-words";
import { ALL_SERVICES, ICMP, ICMPV6, PORTS, type ServiceSpan, TCP, UDP } from "./service-line";

/** Ports that a reviewer knows by name. */
const PORT_NAMES: ReadonlyMap<number, string> = new Map([
  [20, "FTP data"],
  [21, "FTP"],
  [22, "SSH"],
  [23, "Telnet"],
  [25, "SMTP"],
  [53, "DNS"],
  [80, "HTTP"],
  [88, "Kerberos"],
  [111, "RPC"],
  [123, "NTP"],
  [135, "RPC"],
  [139, "NetBIOS"],
  [161, "SNMP"],
  [389, "LDAP"],
  [443, "HTTPS"],
  [445, "SMB"],
  [465, "SMTPS"],
  [587, "SMTP"],
  [636, "LDAPS"],
  [1433, "SQL Server"],
  [1521, "Oracle"],
  [2049, "NFS"],
  [2181, "ZooKeeper"],
  [2375, "Docker"],
  [2376, "Docker"],
  [2379, "etcd"],
  [3306, "MySQL"],
  [3389, "RDP"],
  [5432, "PostgreSQL"],
  [5439, "Redshift"],
  [5601, "Kibana"],
  [5671, "AMQPS"],
  [5672, "AMQP"],
  [5900, "VNC"],
  [5985, "WinRM"],
  [5986, "WinRM"],
  [6379, "Redis"],
  [6443, "Kubernetes API"],
  [8080, "HTTP"],
  [8443, "HTTPS"],
  [9042, "Cassandra"],
  [9092, "Kafka"],
  [9200, "Elasticsearch"],
  [10250, "kubelet"],
  [11211, "Memcached"],
  [27017, "MongoDB"],
]);

const PROTOCOL_NAMES: ReadonlyMap<number, string> = new Map([
  [TCP, "TCP"],
  [UDP, "UDP"],
  [ICMP, "ICMP"],
  [ICMPV6, "ICMPv6"],
  [47, "GRE"],
  [50, "ESP"],
  [51, "AH"],
  [132, "SCTP"],
]);

/** How many ranges of ports are listed at most. */
const MOST_RANGES = 6;

/** `port 22 (SSH)`, `ports 80 (HTTP) and 8000-8100`, `UDP port 53 (DNS)`, `every port and protocol`. */
export function tellServices(services: readonly ServiceSpan[]): string {
  const [first] = services;
  if (first !== undefined && first[0] === ALL_SERVICES[0] && first[1] === ALL_SERVICES[1]) {
    return "every port and protocol";
  }
  const parts = services.flatMap(splitByProtocol);
  const protocols = [...new Set(parts.map(({ protocol }) => protocol))];
  const whole = parts.filter(isWhole).map(({ protocol }) => protocol);
  const ofPorts = protocols
    .filter((protocol) => !whole.includes(protocol))
    .map((protocol) =>
      tellPorts(
        protocol,
        parts.filter((part) => part.protocol === protocol),
      ),
    );
  // TCP and UDP on the same ports are told together.
  const same = ofPorts.find(({ protocol }) => protocol === UDP)?.ports;
  const joined = ofPorts.some(({ protocol, ports }) => protocol === TCP && ports === same);
  const told = ofPorts
    .filter(({ protocol }) => !(joined && protocol === UDP))
    .map(({ protocol, ports }) =>
      joined && protocol === TCP ? `TCP and UDP ${ports}` : withProtocol(protocol, ports),
    );
  return listWords([...(whole.length === 0 ? [] : [tellWhole(whole)]), ...told]);
}

interface PortRange {
  readonly protocol: number;
  readonly from: number;
  readonly to: number;
}

function splitByProtocol([first, last]: ServiceSpan): readonly PortRange[] {
  const parts: PortRange[] = [];
  for (let protocol = Math.floor(first / PORTS); protocol * PORTS <= last; protocol++) {
    const base = protocol * PORTS;
    parts.push({ protocol, from: Math.max(first - base, 0), to: Math.min(last - base, PORTS - 1) });
  }
  return parts;
}

function isWhole({ from, to }: PortRange): boolean {
  return from === 0 && to === PORTS - 1;
}

function tellWhole(protocols: readonly number[]): string {
  if (protocols.length > 4) return `every port of ${protocols.length} protocols`;
  return listWords(
    protocols.map((protocol) => {
      const name = PROTOCOL_NAMES.get(protocol);
      if (protocol === TCP || protocol === UDP) return `every ${name} port`;
      return name ?? `protocol ${protocol}`;
    }),
  );
}

function tellPorts(protocol: number, ranges: readonly PortRange[]): { protocol: number; ports: string } {
  if (protocol === ICMP || protocol === ICMPV6) return { protocol, ports: "" };
  const named = ranges.slice(0, MOST_RANGES).map(({ from, to }) => {
    const name = from === to && protocol !== 132 ? PORT_NAMES.get(from) : undefined;
    return `${from === to ? from : `${from}-${to}`}${name === undefined ? "" : ` (${name})`}`;
  });
  const more = ranges.length - named.length;
  const isOne = ranges.length === 1 && ranges[0]?.from === ranges[0]?.to;
  const ports = listWords([...named, ...(more > 0 ? [`${more} more ranges`] : [])]);
  return { protocol, ports: `${isOne ? "port" : "ports"} ${ports}` };
}

function withProtocol(protocol: number, ports: string): string {
  if (protocol === TCP) return ports;
  const name = PROTOCOL_NAMES.get(protocol) ?? `protocol ${protocol}`;
  return ports === "" ? name : `${name} ${ports}`;
}

/** Whether the services are HTTP and HTTPS alone: those are open to all on most sites. */
export function isWeb(services: readonly ServiceSpan[]): boolean {
  const ports = services.flatMap(([first, last]) => (last - first < 2 ? [first, last] : [-1]));
  return ports.every((port) => port === TCP * PORTS + 80 || port === TCP * PORTS + 443);
}

/** Whether the services are ICMP alone: no program listens there, and networks need it to find the size of packets. */
export function isIcmp(services: readonly ServiceSpan[]): boolean {
  return services.every(([first, last]) =>
    [ICMP, ICMPV6].some((protocol) => first >= protocol * PORTS && last < (protocol + 1) * PORTS),
  );
}
