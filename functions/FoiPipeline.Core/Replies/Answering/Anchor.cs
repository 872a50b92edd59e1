using System.Runtime.InteropServices;

namespace FoiPipeline.Core.Replies.Answering;

internal enum AnchorStrength
{
    /// <summary>A bare number.</summary>
    Plain,

    /// <summary>A number that says it is a question's.</summary>
    Named,

    /// <summary>Our question in its own words.</summary>
    Question,
}

/// <summary>A place where an answer begins.</summary>
/// <param name="Piece">Index of the piece.</param>
/// <param name="First">First question answered from here on.</param>
/// <param name="Last">Last question answered from here on.</param>
/// <param name="Strength">How it is known.</param>
/// <param name="BodyPiece">Piece in which the answer's own words begin, after number and repeated question.</param>
/// <param name="BodyOffset">Where in that piece.</param>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct Anchor(int Piece, int First, int Last, AnchorStrength Strength, int BodyPiece, int BodyOffset);
