import { BlockList, isIP } from 'node:net';

/** What IANA set apart (RFC 6890 and its followers): loopback, private, shared, link-local, test, multicast, reserved. */
const apart4 = [
  ...['0.0.0.0/8', '10.0.0.0/8', '100.64.0.0/10', '127.0.0.0/8', '169.254.0.0/16', '172.16.0.0/12'],
  ...['192.0.0.0/24', '192.0.2.0/24', '192.88.99.0/24', '192.168.0.0/16', '198.18.0.0/15'],
  ...['198.51.100.0/24', '203.0.113.0/24', '224.0.0.0/4', '240.0.0.0/4'],
];
/** Teredo and its neighbours, 6to4 and documentation: other addresses may hide in the first two. */
const apart6 = ['2001::/23', '2001:db8::/32', '2002::/16', '3fff::/20'];
/** All that is given out to networks. IPv4 in the clothes of IPv6 (mapped, NAT64) lies outside of it. */
const given6 = ['2000::/3'];

const shut = listOf([...apart4, ...apart6]);
const given = listOf(given6);

/** Whether an address is one of the open web. Whatever is no plain address is not. */
export function isOpenAddress(address: string): boolean {
  if (address.includes('%')) return false;
  const family = isIP(address);
  if (family === 4) return !shut.check(address, 'ipv4');
  if (family === 6) return given.check(address, 'ipv6') && !shut.check(address, 'ipv6');
  return false;
}

function listOf(subnets: readonly string[]): BlockList {
  const list = new BlockList();
  for (const subnet of subnets) {
    const [network = '', bits] = subnet.split('/');
    list.addSubnet(network, Number(bits), network.includes(':') ? 'ipv6' : 'ipv4');
  }
  return list;
}
