// SPDX-FileCopyrightText: 2026 The Bondwright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "chart/chartnavigator.h"
#include "chart/columnpainter.h"

#include <QPointer>
#include <QWidget>

#include <chrono>
#include <optional>

namespace bondwright::ui
{

/// Traffic, slave states, ping answers and events on one time axis.
///
/// While following, its picture is a cylinder of pixel columns: new columns overwrite the oldest ones, and
/// showing it is two copies. Only a change of zoom, size, limits or curves draws all columns. Nothing is drawn
/// while it is hidden. Times are CLOCK_MONOTONIC.
class LiveChart : public QWidget
{
    Q_OBJECT
public:
    explicit LiveChart(QWidget *parent = nullptr);
    ~LiveChart() override;

    /// Not owned; may be null and may go before the chart.
    void setData(ChartData *data);
    ChartData *data() const { return m_data; }

    /// 1 s to 24 h.
    void setSpan(std::chrono::seconds span);
    std::chrono::seconds span() const;
    void setUnit(RateUnit unit);
    RateUnit unit() const { return m_scene.unit; }
    void setTrafficStyle(TrafficStyle style);
    void setTrafficLayout(TrafficLayout layout);
    /// A curve, band or target of the data, by its id: in this chart alone, others may show the same data.
    void setShown(int id, bool isShown);

    bool isFollowing() const { return m_navigator.isFollowing(); }
    bool isPaused() const { return m_navigator.isPaused(); }
    /// The instant at the right edge.
    qint64 rightEdge() const { return m_navigator.timeOf(m_navigator.lastColumn() + 1); }
    /// As it was painted last.
    const ChartScene &scene() const { return m_scene; }
    /// The instant at the cross-hair, else the latest there is.
    qint64 instantRead() const;

    /// The chart as it stands, at any size.
    QImage renderImage(const QSize &size, double pixelRatio);
    /// The same as shapes and text, for SVG and print.
    void renderVector(QPainter &painter, const QSize &size);

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

public Q_SLOTS:
    void setPaused(bool paused);
    /// Nothing more comes: the view stands still, and does not say that sampling goes on.
    void setFinished(bool finished);
    void followNow();
    /// From the first state, sample or ping to the last one.
    void showAll();
    /// Moves the view so that an instant is in the middle, and marks it for a moment.
    void showInstant(qint64 timeNs);
    void zoomIn();
    void zoomOut();

Q_SIGNALS:
    void followingChanged(bool following);
    void pausedChanged(bool paused);
    void spanChanged(std::chrono::seconds span);
    /// The pointer or the keyboard's cursor is at this instant; 0: nowhere.
    void instantPointedAt(qint64 timeNs);

protected:
    void paintEvent(QPaintEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void changeEvent(QEvent *event) override;
    void showEvent(QShowEvent *event) override;
    void wheelEvent(QWheelEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void mouseMoveEvent(QMouseEvent *event) override;
    void mouseReleaseEvent(QMouseEvent *event) override;
    void mouseDoubleClickEvent(QMouseEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void leaveEvent(QEvent *event) override;

private:
    void onAdvanced(qint64 dirtyFromNs);
    void invalidate(); ///< all columns are to be drawn anew
    void updateLayout();
    ChartLayout layoutFor(const QSize &size, double pixelRatio) const;
    ChartScene sceneFor(const QSize &size, double pixelRatio) const;
    void bringUpToDate(); ///< draws what is missing into the cylinder
    int cylinderX(qint64 column) const;
    void drawColumns(qint64 first, int count);
    bool updateLimits(); ///< @return whether an axis changed
    template <typename Change>
    void navigate(Change change);
    int plotX(const QPointF &position) const; ///< device pixels from the plot's left edge
    void setCursorColumn(std::optional<qint64> column);
    void tellReadout();

    QPointer<ChartData> m_data;
    ChartNavigator m_navigator;
    bool m_isFinished = false;
    ChartScene m_scene;
    ColumnPainter m_painter;
    TrafficLayout m_trafficLayout = TrafficLayout::Mirrored;
    SteadyLimit m_trafficLimit{1000.0}; ///< in the unit on the screen
    SteadyLimit m_pingLimit{0.2};

    QImage m_cylinder; ///< column c stands at x = c mod width
    std::vector<ColumnPeak> m_peaks; ///< likewise
    qint64 m_drawnFirst = 0; ///< columns in the cylinder that are drawn: [first, last]
    qint64 m_drawnLast = -1;
    qint64 m_dirtyFrom = -1; ///< ns; columns from here on changed since they were drawn
    qint64 m_settled = 0; ///< ns; columns from here on were not final when they were drawn

    QString m_usualDescription; ///< that of the keys; null: the cross-hair was not read yet
    std::optional<qint64> m_cursor; ///< column of the cross-hair
    std::optional<int> m_cursorX; ///< while following, the cross-hair stays where the pointer is
    QPointF m_dragFrom;
    bool m_isDragging = false;
};

} // namespace bondwright::ui
