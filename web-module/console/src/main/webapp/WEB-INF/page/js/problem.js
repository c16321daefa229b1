/** Why a call failed, in the words of the API. */
export class Problem extends Error {
    /**
     * @param {number} status HTTP's status; 0 if no response arrived
     * @param {string} code the API's stable code
     * @param {string} detail what is wrong
     * @param {string} [requestId] under which the log has more
     * @param {number} [position] where a query is not understood
     */
    constructor(status, code, detail, requestId, position) {
        super(detail);
        this.status = status;
        this.code = code;
        this.requestId = requestId;
        this.position = position;
    }

    /** Whether the call itself does not exist on this server, as opposed to the thing it asks for. */
    get isMissingCall() {
        return this.status === 404 && this.code === 'not-found' || this.status === 405;
    }

    /** @param {Response} response */
    static async of(response) {
        let told = {};
        try {
            told = await response.json();
        } catch {
            // A proxy or the server itself responded, not the API.
        }
        return new Problem(
            response.status,
            told.code ?? 'http-' + response.status,
            told.detail ?? told.title ?? `The server responded with ${response.status} ${response.statusText}`,
            told.request_id ?? undefined,
            told.position);
    }
}
