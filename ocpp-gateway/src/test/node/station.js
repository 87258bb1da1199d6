// A charging station that speaks OCPP 2.0.1 by the library ocpp-rpc, in its strict mode: what either side sends is held against the
// published schemas. It is told what to do by lines of JSON, and tells what happened by lines of JSON:
//   {"call": ACTION, "payload": {}}     asks the central system    {"result": {}} or {"error": MESSAGE}
//   {"agree": ACTION, "payload": {}}    answers ACTION so          {"agreed": ACTION}
// and by itself: {"connected": PROTOCOL}, {"asked": ACTION, "payload": {}}, {"violation": MESSAGE}.
const readline = require('readline');
const { RPCClient } = require('ocpp-rpc');

const [endpoint, identity] = process.argv.slice(2);
const tell = (what) => process.stdout.write(JSON.stringify(what) + '\n');

const station = new RPCClient({
    endpoint, identity, protocols: ['ocpp2.0.1'], strictMode: true, reconnect: false, callTimeoutMs: 30_000,
});
station.on('strictValidationFailure', ({ method, error }) => tell({ violation: `${method}: ${error.message}` }));

const orders = {
    call: (action, payload) => station.call(action, payload)
        .then((result) => tell({ result }), (error) => tell({ error: error.message })),
    agree: (action, answer) => {
        station.handle(action, ({ params }) => {
            tell({ asked: action, payload: params });
            return answer;
        });
        tell({ agreed: action });
    },
};

station.connect().then(() => {
    tell({ connected: station.protocol });
    const lines = readline.createInterface({ input: process.stdin });
    lines.on('line', (line) => {
        const { payload, ...order } = JSON.parse(line);
        const [[kind, action]] = Object.entries(order);
        orders[kind](action, payload);
    });
    lines.on('close', () => process.exit(0));
});
