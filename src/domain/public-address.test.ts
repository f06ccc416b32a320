import { expect, it } from "vitest";
import { isPublicAddress } from "./public-address";

it.each([
  "8.8.8.8", "1.1.1.1", "172.15.0.1", "172.32.0.1", "100.63.255.255", "192.0.1.1", "198.17.0.1", "223.255.255.255",
  "2606:4700:4700::1111", "2a00:1450:4001:82b::200e", "2001:4860:4860::8888",
])("%s is public", (address) => expect(isPublicAddress(address)).toBe(true));

it.each([
  ["this network", "0.0.0.0"], ["private", "10.1.2.3"], ["private", "172.16.0.1"], ["private", "172.31.255.255"], ["private", "192.168.1.1"],
  ["loopback", "127.0.0.1"], ["loopback", "127.255.255.254"], ["metadata", "169.254.169.254"], ["shared", "100.64.0.1"], ["benchmark", "198.18.0.1"],
  ["documentation", "192.0.2.1"], ["documentation", "198.51.100.1"], ["documentation", "203.0.113.1"], ["multicast", "224.0.0.1"], ["broadcast", "255.255.255.255"],
  ["loopback", "::1"], ["unspecified", "::"], ["unique local", "fd00::1"], ["unique local", "fc00::1"], ["link-local", "fe80::1"], ["multicast", "ff02::1"],
  ["mapped", "::ffff:127.0.0.1"], ["mapped, in words", "::ffff:7f00:1"], ["mapped public", "::ffff:8.8.8.8"], ["compatible", "::127.0.0.1"],
  ["NAT64", "64:ff9b::7f00:1"], ["6to4", "2002:7f00:1::"], ["Teredo", "2001:0:7f00:1::"], ["documentation", "2001:db8::1"],
  ["octal", "0177.0.0.1"], ["short", "127.1"], ["a number", "2130706433"], ["a zone", "fe80::1%eth0"], ["a name", "localhost"], ["nothing", ""], ["too long", "1:2:3:4:5:6:7:8:9"], ["two gaps", "1::2::3"],
])("%s (%s) is not", (_, address) => expect(isPublicAddress(address)).toBe(false));
