namespace Ocis.Newsletters;

/// <summary>What is sent to those who asked for it.</summary>
public sealed record Newsletter(string Title, string Text);
