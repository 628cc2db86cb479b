using Reva.Agent.Understanding.Classification;

namespace Reva.Agent.Tests.Understanding;

public class ClassifierTests
{
    private static readonly LabelledText[] Examples =
    [
        new("good morning", "hello"), new("hello there", "hello"), new("good evening", "hello"), new("hi there", "hello"),
        new("goodbye", "bye"), new("see you later", "bye"), new("bye bye", "bye"), new("see you soon", "bye"),
    ];

    [Fact]
    public void The_same_examples_make_the_same_classifier()
    {
        var first = IntentClassifier.Train(Examples).Predict("good morning to you");
        var second = IntentClassifier.Train(Examples).Predict("good morning to you");
        Assert.Equal(first, second);
    }

    [Theory]
    [InlineData("helo ther", "hello")]
    [InlineData("see yuo", "bye")]
    public void A_typing_mistake_does_not_hide_what_is_meant(string text, string label)
    {
        var classifier = IntentClassifier.Train(Examples, new ClassifierOptions { LeastExamples = 1 });
        Assert.Equal(label, classifier.Labels[classifier.Predict(text).Class]);
    }

    [Fact]
    public void Probabilities_sum_to_one()
    {
        var classifier = IntentClassifier.Train(Examples);
        var probabilities = new float[classifier.Labels.Length];
        classifier.Probabilities("hello", probabilities);
        Assert.Equal(1, probabilities.Sum(), 4);
    }

    [Fact]
    public void One_class_cannot_be_told_from_others() =>
        Assert.Throws<ArgumentException>(() => IntentClassifier.Train([new("a", "x"), new("b", "x")]));
}
