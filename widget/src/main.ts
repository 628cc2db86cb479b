import { bridgeKey, type Bridge } from './bridge';
import { mount } from './view/mount';

const bridge = (window as { Reva?: Record<symbol, Bridge> }).Reva?.[bridgeKey];
if (bridge) bridge.attach(mount(bridge));
