namespace PolicyAsCode.Analyzers.Flow;

/// <summary>
/// What flows through some bodies, or nothing where it was forgotten: it holds them as they were bound, which is much more
/// than what it says. Who asks then walks them again, with the same summaries, and finds the same.
/// </summary>
internal sealed class WalkedBodies
{
    /// <summary>The flows; null where nobody walked, or they were forgotten.</summary>
    internal IReadOnlyList<BodyFlow>? Flows { get; set; }
}

/// <summary>Which walked bodies are held: all until they are released, then those that were walked last.</summary>
internal sealed class LastWalked
{
    // About those of a file that have to do with personal data, and of what these call.
    private const int Most = 64;

    private readonly Queue<WalkedBodies> _last = [];
    private volatile bool _isReleased;

    /// <summary>Whether only the last are held.</summary>
    internal bool IsReleased => _isReleased;

    /// <summary>Keeps flows, until too many others are newer.</summary>
    internal IReadOnlyList<BodyFlow> Keep(WalkedBodies bodies, IReadOnlyList<BodyFlow> flows)
    {
        bodies.Flows = flows;
        if (_isReleased)
            lock (_last)
            {
                _last.Enqueue(bodies);
                if (_last.Count > Most)
                    _last.Dequeue().Flows = null;
            }
        return flows;
    }

    /// <summary>From now on only the last are held; who has walked others forgets them.</summary>
    /// <returns>Whether nobody said so before.</returns>
    internal bool Release()
    {
        lock (_last)
        {
            var isFirst = !_isReleased;
            _isReleased = true;
            return isFirst;
        }
    }
}
