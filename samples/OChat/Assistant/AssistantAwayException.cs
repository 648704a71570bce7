namespace OChat.Assistant;

/// <summary>No model answers. Nothing was ordered or cancelled, and nothing of the conversation is in the message.</summary>
public sealed class AssistantAwayException(Exception why) : Exception("No model answers.", why);
