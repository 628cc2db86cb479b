namespace Reva.Core.Conversations;

/// <summary>Where a conversation takes place.</summary>
public enum Channel
{
    /// <summary>The widget.</summary>
    Chat,
    /// <summary>The REST API.</summary>
    Api,
    /// <summary>E-mail.</summary>
    Email,
    /// <summary>WhatsApp.</summary>
    WhatsApp,
    /// <summary>Text messages.</summary>
    Sms,
    /// <summary>Instagram.</summary>
    Instagram,
}

/// <summary>The state of a conversation.</summary>
public enum ConversationStatus
{
    /// <summary>The agent answers.</summary>
    Open,
    /// <summary>Waiting for a person; the agent still helps where it can.</summary>
    Escalated,
    /// <summary>Ended; a new message begins a new conversation.</summary>
    Resolved,
    /// <summary>A person speaks; the agent says nothing until it is handed back.</summary>
    TakenOver,
}

/// <summary>Who wrote a message.</summary>
public enum Author
{
    /// <summary>The shopper.</summary>
    Shopper,
    /// <summary>The agent.</summary>
    Agent,
    /// <summary>A person of the shop.</summary>
    Person,
    /// <summary>A person of the shop, for colleagues only: no shopper and no agent reads it.</summary>
    Note,
}

/// <summary>Why a conversation goes to a person.</summary>
public enum EscalationReason
{
    /// <summary>The shopper asked for a person.</summary>
    RequestedPerson,
    /// <summary>The shopper is angry, or was rude twice.</summary>
    Frustrated,
    /// <summary>Legal or safety words, threats.</summary>
    LegalOrSafety,
    /// <summary>The agent failed twice in a row.</summary>
    AgentFailed,
    /// <summary>The wish needs a change to an order.</summary>
    OrderAction,
    /// <summary>Identity could not be proved three times.</summary>
    VerificationFailed,
    /// <summary>Asked for through the API.</summary>
    Api,
    /// <summary>The wish is outside what the agent may decide: an exception, compensation.</summary>
    OutsideProcedure,
    /// <summary>An order of high value is to be changed.</summary>
    HighValue,
    /// <summary>The third contact about the same matter.</summary>
    RepeatedContact,
    /// <summary>The agent does not trust what it understood.</summary>
    LowConfidence,
}

/// <summary>How soon a person should look.</summary>
public enum Priority
{
    /// <summary>Within days.</summary>
    Low,
    /// <summary>Within a business day.</summary>
    Normal,
    /// <summary>Within hours.</summary>
    High,
    /// <summary>At once.</summary>
    Urgent,
}
