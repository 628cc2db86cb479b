using System.Buffers;
using System.Diagnostics.CodeAnalysis;
using Microsoft.AspNetCore.Connections;
using Microsoft.AspNetCore.SignalR;
using Microsoft.AspNetCore.SignalR.Protocol;
using Microsoft.Extensions.Options;

namespace Reva.Server.Hubs;

/// <summary>
/// SignalR's JSON protocol, whose every error carries a code. What SignalR itself refuses (an unknown method, arguments of other
/// types) never reaches the hub or its filters and would come out as bare words.
/// </summary>
internal sealed class CodedErrors(IOptions<JsonHubProtocolOptions> options) : IHubProtocol
{
    private readonly JsonHubProtocol _json = new(options);

    public string Name => _json.Name;

    public int Version => _json.Version;

    public TransferFormat TransferFormat => _json.TransferFormat;

    public bool IsVersionSupported(int version) => _json.IsVersionSupported(version);

    public bool TryParseMessage(ref ReadOnlySequence<byte> input, IInvocationBinder binder, [NotNullWhen(true)] out HubMessage? message) =>
        _json.TryParseMessage(ref input, binder, out message);

    public void WriteMessage(HubMessage message, IBufferWriter<byte> output) => _json.WriteMessage(Coded(message), output);

    public ReadOnlyMemory<byte> GetMessageBytes(HubMessage message) => _json.GetMessageBytes(Coded(message));

    private static HubMessage Coded(HubMessage message) =>
        message is CompletionMessage { Error: { } error, InvocationId: { } id } && !HubErrors.HasCode(error)
            ? CompletionMessage.WithError(id, HubErrors.Misused().Message)
            : message;
}
