import { describe, expect, it } from "vitest";
import { deviceOf } from "./model";

const no = () => false;
const iphone =
  "Mozilla/5.0 (iPhone; CPU iPhone OS 26_0 like Mac OS X) AppleWebKit/605.1.15 Version/26.0 Mobile/15E148 Safari/604.1";
const mac = "Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) AppleWebKit/605.1.15 Version/26.0 Safari/605.1.15";
const android = "Mozilla/5.0 (Linux; Android 16; Pixel 9) AppleWebKit/537.36 Chrome/142.0.0.0 Mobile Safari/537.36";

describe("deviceOf", () => {
  it("knows the devices on which only the Share menu installs", () => {
    expect(deviceOf({ userAgent: iphone, maxTouchPoints: 5 }, no).isApple).toBe(true);
    expect(deviceOf({ userAgent: mac, maxTouchPoints: 5 }, no).isApple).toBe(true);
    expect(deviceOf({ userAgent: mac, maxTouchPoints: 0 }, no).isApple).toBe(false);
    expect(deviceOf({ userAgent: android, maxTouchPoints: 5 }, no).isApple).toBe(false);
  });

  it("knows when Carillon was opened from the home screen", () => {
    expect(deviceOf({ userAgent: iphone, maxTouchPoints: 5, standalone: true }, no).isInstalled).toBe(true);
    const standalone = (query: string) => query === "(display-mode: standalone)";
    expect(deviceOf({ userAgent: android, maxTouchPoints: 5 }, standalone).isInstalled).toBe(true);
    expect(deviceOf({ userAgent: android, maxTouchPoints: 5 }, no).isInstalled).toBe(false);
  });
});
