namespace OChat.Privacy;

/// <summary>The code that was sent to the registered address.</summary>
public sealed record CodeForm([property: NotPersonalData("A random code that is good for one request.")] string Code);
