namespace JovaPos.Demo;

/// <summary>One step of the deletion request, as the demo tells it.</summary>
/// <param name="At">When.</param>
/// <param name="What">What happened.</param>
/// <param name="Clause">The clause that promises it.</param>
internal sealed record DemoEvent(DateTimeOffset At, string What, string Clause);
